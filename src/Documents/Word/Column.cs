namespace NtmServerless.Documents.Word;

/// <summary>A column of a table.</summary>
/// <param name="Width">Millimetres; 0: what the others leave, for one column only.</param>
internal sealed record Column(string Title, double Width, Align Align = Align.Left);

/// <summary>How a table looks.</summary>
/// <param name="RowHeight">At least so high, millimetres; 0: as high as the text.</param>
/// <param name="HasSums">Rows without anything in the first column are sums: bold.</param>
/// <param name="KeptWhole">A short table is not parted between pages.</param>
/// <param name="KeptWithNext">The end of the table does not part from what follows it.</param>
internal sealed record TableLook(TextStyle Head, TextStyle Text, double RowHeight = 0, bool HasSums = false, bool KeptWithNext = false, bool KeptWhole = false)
{
    public static readonly TableLook Figures = new(TextStyles.TableHead, TextStyles.TableText, KeptWhole: true);
    public static readonly TableLook Sums = Figures with { HasSums = true };
    public static readonly TableLook List = new(TextStyles.ListHead, TextStyles.ListText);
}
