/** Reads the pages' code for words: which keys it says, and which it has written into itself. */
import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";

/** A key that a file says; `prefix` where the rest is only known at run time. */
export interface SaidKey {
  namespace: string;
  key: string;
  kind: "key" | "prefix";
}

export interface WordsOfFile {
  path: string;
  said: SaidKey[];
  /** All namespaces that the browser's hook asks for. */
  asked: string[];
  /** What a person would read or hear, written into the code, with its line. */
  literals: string[];
  /** Files of `app/` that it imports, at once or later. */
  imports: string[];
  /** The namespaces of its `handle`. */
  handled: string[];
}

const spokenAttributes = new Set(
  "aria-label aria-description title placeholder alt label lede text kicker caption legend hint deed words columns".split(
    " ",
  ),
);
/** The same in every language. */
const names = new Set(["Vel Tutor"]);

/** Every file of `app/` that runs in pages; paths from the root of the project. */
export function readWordsInCode(root: string): WordsOfFile[] {
  const paths = globSync("app/**/*.{ts,tsx}", { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !/\.(?:test|stories)\./.test(path));
  return paths.sort().map((path) => readFile(root, path));
}

function readFile(root: string, path: string): WordsOfFile {
  const text = readFileSync(join(root, path), "utf8");
  return readWords(text, path, (specifier) => {
    const local = specifier.startsWith("#app/")
      ? resolve(root, "app", specifier.slice("#app/".length))
      : resolve(root, dirname(path), specifier);
    return /^(?:#app|\.)/.test(specifier) ? relative(root, local).replaceAll("\\", "/") : null;
  });
}

/** `place` answers the path of an imported file of `app/`, null for others. */
export function readWords(
  text: string,
  path: string,
  place: (specifier: string) => string | null = () => null,
): WordsOfFile {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: WordsOfFile = { path, said: [], asked: [], literals: [], imports: [], handled: [] };
  const texts: string[] = [];
  const visit = (node: ts.Node, scope: Map<string, string>): void => {
    const inner = ts.isFunctionLike(node) ? new Map(scope) : scope;
    noteBinding(node, inner);
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    const imported = importOf(node);
    const local = imported ? place(imported) : null;
    if (local) found.imports.push(local);
    if (ts.isCallExpression(node)) noteCall(node, inner, found);
    const literal = literalOf(node);
    if (literal) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.literals.push(`${path}:${line + 1} ${literal}`);
    }
    ts.forEachChild(node, (child) => visit(child, inner));
  };
  visit(source, new Map());
  found.handled = handledIn(source);
  // What is chosen elsewhere in the file, such as by a state, may be any text of the file.
  const open = found.said.filter(({ kind, key }) => kind === "key" && key === "");
  for (const { namespace } of open) {
    for (const key of texts) found.said.push({ namespace, key, kind: "key" });
  }
  found.said = found.said.filter(({ key, kind }) => kind === "prefix" || key !== "");
  return found;
}

/** `const t = useWords("deck")`, or `t: Words<"deck">`. */
function noteBinding(node: ts.Node, scope: Map<string, string>): void {
  if (!ts.isVariableDeclaration(node) && !ts.isParameter(node)) return;
  if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
    const namespace = namespaceOf(node.initializer);
    if (namespace) scope.set(node.name.text, namespace);
  }
  const type = node.type;
  if (!type) return;
  const members = ts.isTypeLiteralNode(type) ? type.members : [];
  for (const member of members) {
    if (ts.isPropertySignature(member) && member.type) noteType(member.name, member.type, scope);
  }
  noteType(node.name, type, scope);
}

function noteType(name: ts.Node, type: ts.TypeNode, scope: Map<string, string>): void {
  if (!ts.isTypeReferenceNode(type) || type.typeName.getText() !== "Words") return;
  const argument = type.typeArguments?.[0];
  if (argument && ts.isLiteralTypeNode(argument) && ts.isStringLiteral(argument.literal)) {
    scope.set(name.getText(), argument.literal.text);
  }
}

/** Of `useWords("deck")` and `wordsFor(args, "deck")`. */
function namespaceOf(node: ts.Expression): string | null {
  if (!ts.isCallExpression(node)) return null;
  const callee = node.expression.getText();
  const argument = node.arguments[callee === "useWords" ? 0 : 1];
  if (!["useWords", "wordsFor"].includes(callee) || !argument) return null;
  return ts.isStringLiteral(argument) ? argument.text : null;
}

function noteCall(call: ts.CallExpression, scope: Map<string, string>, found: WordsOfFile): void {
  const own = namespaceOf(call);
  if (own && call.expression.getText() === "useWords") found.asked.push(own);
  const isRich = call.expression.getText() === "rich";
  const speaker = isRich ? call.arguments[0] : call.expression;
  const key = call.arguments[isRich ? 1 : 0];
  if (!speaker || !key) return;
  const namespace = ts.isIdentifier(speaker) ? scope.get(speaker.text) : namespaceOf(speaker);
  if (namespace) found.said.push(...keysOf(key).map((said) => ({ namespace, ...said })));
}

/** The empty key stands for one that is chosen elsewhere. */
function keysOf(node: ts.Expression): { key: string; kind: SaidKey["kind"] }[] {
  if (ts.isStringLiteralLike(node)) return [{ key: node.text, kind: "key" }];
  if (ts.isTemplateExpression(node)) return [{ key: node.head.text, kind: "prefix" }];
  if (ts.isAsExpression(node)) return keysOf(node.expression);
  if (ts.isConditionalExpression(node)) {
    return [...keysOf(node.whenTrue), ...keysOf(node.whenFalse)];
  }
  return [{ key: "", kind: "key" }];
}

function importOf(node: ts.Node): string | null {
  if (ts.isImportDeclaration(node) && !node.importClause?.isTypeOnly) {
    return (node.moduleSpecifier as ts.StringLiteral).text;
  }
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword)
    return null;
  const [argument] = node.arguments;
  return argument && ts.isStringLiteral(argument) ? argument.text : null;
}

/** Text between tags, in what is put between tags, and in attributes that are read out. */
function literalOf(node: ts.Node): string | null {
  if (ts.isJsxText(node)) return spoken(node.text);
  if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) {
    return spoken(textIn(node.expression));
  }
  if (!ts.isJsxAttribute(node) || !spokenAttributes.has(node.name.getText())) return null;
  const value = node.initializer;
  if (!value) return null;
  if (ts.isStringLiteral(value)) return spoken(value.text);
  return ts.isJsxExpression(value) && value.expression ? spoken(textIn(value.expression)) : null;
}

/** What stands on a keyboard. */
const keyNames = /^(?:\p{L}|Ctrl|\(Ctrl \p{L}\))$/u;

function spoken(text: string): string | null {
  const words = text.trim();
  return /\p{L}/u.test(words) && !names.has(words) && !keyNames.test(words) ? words : null;
}

/** The fixed texts that an expression may become. */
function textIn(node: ts.Expression): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return [node.head, ...node.templateSpans.map(({ literal }) => literal)]
      .map(({ text }) => text)
      .join("");
  }
  if (ts.isParenthesizedExpression(node)) return textIn(node.expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(textIn).join(" ");
  if (ts.isConditionalExpression(node)) {
    return `${textIn(node.whenTrue)} ${textIn(node.whenFalse)}`;
  }
  return ts.isBinaryExpression(node) ? `${textIn(node.left)} ${textIn(node.right)}` : "";
}

/** `export const handle = { words: ["deck"] }`. */
function handledIn(source: ts.SourceFile): string[] {
  const text = source.getFullText();
  const list = /export const handle = \{[^}]*?words: \[([^\]]*)\]/.exec(text)?.[1] ?? "";
  return [...list.matchAll(/"(\w+)"/g)].map(([, name]) => name ?? "");
}
