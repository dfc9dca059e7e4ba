/** A dense table: with rows, with numbers, empty. */
import { AdminTable, Cell, RowHead } from "./admin-table.tsx";

export default { title: "Page/Admin table" };

export const Rows = () => (
  <AdminTable caption="Loops" columns={["Loop", "Invites", "K"]} numbers={2}>
    <tr>
      <RowHead>Buddy Challenge</RowHead>
      <Cell number>1,204</Cell>
      <Cell number>0.84</Cell>
    </tr>
    <tr>
      <RowHead>Results Rally</RowHead>
      <Cell number>310</Cell>
      <Cell number>0.31</Cell>
    </tr>
  </AdminTable>
);

export const Empty = () => (
  <AdminTable caption="Loops" columns={["Loop", "Invites"]} numbers={1}>
    {null}
  </AdminTable>
);
