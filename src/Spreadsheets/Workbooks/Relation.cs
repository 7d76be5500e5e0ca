namespace NtmServerless.Spreadsheets.Workbooks;

/// <summary>That one part of a package belongs to another.</summary>
/// <param name="Kind">The end of the relation's type, which the strict and the usual form share: <c>worksheet</c>, <c>sharedStrings</c>.</param>
/// <param name="Target">The other part, from the root of the package.</param>
internal sealed record Relation(string Id, string Kind, string Target);
