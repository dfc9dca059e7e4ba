export interface LockedPackage {
  version?: string;
  integrity?: string;
  optional?: boolean;
  devOptional?: boolean;
  link?: boolean;
}

export interface Lock {
  packages?: Record<string, LockedPackage>;
}

export function installedDiffers(lock: Lock | null, installed: Lock | null): string | null;
