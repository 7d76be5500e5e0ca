namespace NtmServerless.Documents.Heads;

/// <summary>Date of signing; what is null is left blank to be filled in by hand.</summary>
public sealed record DocumentDate(int? Day, int? Month, int? Year)
{
    public static DocumentDate Of(DateOnly date) => new(date.Day, date.Month, date.Year);

    /// <summary>"ngày 05 tháng 3 năm 2024".</summary>
    public override string ToString() => WrittenDate.InFull(Day, Month, Year);
}
