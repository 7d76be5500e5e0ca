namespace NtmServerless.Documents.Word;

/// <summary>A column of a table.</summary>
/// <param name="Width">Millimetres; 0: what the others leave, for one column only.</param>
internal sealed record Column(string Title, double Width, Align Align = Align.Left);
