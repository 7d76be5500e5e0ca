namespace NtmServerless.Documents.Workbooks;

/// <summary>A cell: a number, a date, or a text. A text stays a text, whatever it begins with.</summary>
public sealed record AnnexCell(string? Text = null, decimal? Number = null, DateOnly? Date = null)
{
    public static implicit operator AnnexCell(string? text) => new(Text: text);

    public static implicit operator AnnexCell(long number) => new(Number: number);

    public static implicit operator AnnexCell(int number) => new(Number: number);

    public static implicit operator AnnexCell(DateOnly date) => new(Date: date);

    public static AnnexCell Of(long? number) => new(Number: number);

    public static AnnexCell Of(DateOnly? date) => new(Date: date);
}
