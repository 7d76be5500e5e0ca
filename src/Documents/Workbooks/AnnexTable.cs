namespace NtmServerless.Documents.Workbooks;

/// <summary>One sheet of a workbook.</summary>
/// <param name="Name">At most 31 characters, none of <c>\ / ? * [ ] :</c>.</param>
public sealed record AnnexTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<AnnexCell>> Rows);
