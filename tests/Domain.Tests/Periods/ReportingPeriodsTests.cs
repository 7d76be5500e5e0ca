using System.Globalization;
using CsCheck;
using Xunit;

namespace NtmServerless.Domain.Tests.Periods;

public sealed class ReportingPeriodsTests
{
    private static readonly Gen<int> Years = Gen.Int[2000, 2100];

    // Decree 09/2019/NĐ-CP, article 12.
    [Theory]
    [InlineData(PeriodKind.Month, 1, "15/12/2023", "14/01/2024")]
    [InlineData(PeriodKind.Month, 3, "15/02/2024", "14/03/2024")]
    [InlineData(PeriodKind.Month, 12, "15/11/2024", "14/12/2024")]
    [InlineData(PeriodKind.Quarter, 1, "15/12/2023", "14/03/2024")]
    [InlineData(PeriodKind.Quarter, 2, "15/03/2024", "14/06/2024")]
    [InlineData(PeriodKind.Quarter, 3, "15/06/2024", "14/09/2024")]
    [InlineData(PeriodKind.Quarter, 4, "15/09/2024", "14/12/2024")]
    [InlineData(PeriodKind.HalfYear, 1, "15/12/2023", "14/06/2024")]
    [InlineData(PeriodKind.HalfYear, 2, "15/06/2024", "14/12/2024")]
    [InlineData(PeriodKind.Year, 0, "15/12/2023", "14/12/2024")]
    public void Period_Of2024_IsAsTheDecreeSays(PeriodKind kind, int number, string from, string to)
    {
        ReportingPeriod period = ReportingPeriods.Decree09.OfYear(2024).Single(p => p.Kind == kind && p.Number == number);
        Assert.Equal((Date(from), Date(to), 2024), (period.From, period.To, period.Year));
    }

    [Fact]
    public void Months_TileTheYearWithoutGapOrOverlap() => Years.Sample(year =>
    {
        ReportingPeriod[] months = Kind(year, PeriodKind.Month);
        return months.Length == 12 && Tile(months, ReportingPeriods.Decree09.YearOf(year));
    });

    [Fact]
    public void QuartersAndHalves_AreUnionsOfMonths() => Years.Sample(year =>
    {
        ReportingPeriod[] months = Kind(year, PeriodKind.Month);
        return Kind(year, PeriodKind.Quarter).All(q => Tile([.. months.Skip((q.Number - 1) * 3).Take(3)], q))
            && Kind(year, PeriodKind.HalfYear).All(h => Tile([.. months.Skip((h.Number - 1) * 6).Take(6)], h));
    });

    [Fact]
    public void Years_FollowEachOther() => Years.Sample(year =>
        ReportingPeriods.Decree09.YearOf(year).To.AddDays(1) == ReportingPeriods.Decree09.YearOf(year + 1).From);

    [Fact]
    public void EveryDate_LiesInExactlyOneMonth() => Gen.Int[new DateOnly(2000, 1, 1).DayNumber, new DateOnly(2100, 1, 1).DayNumber].Sample(day =>
    {
        DateOnly date = DateOnly.FromDayNumber(day);
        return Enumerable.Range(date.Year, 2).SelectMany(year => Kind(year, PeriodKind.Month)).Count(m => m.Contains(date)) == 1;
    });

    [Fact]
    public void Ids_AreUniqueAndFitForAKey() => Gen.Select(Years, Years).Where((one, other) => one != other).Sample((one, other) =>
    {
        string[] ids = [.. ReportingPeriods.Decree09.OfYear(one).Concat(ReportingPeriods.Decree09.OfYear(other)).Select(p => p.Id)];
        return ids.Length == 38 && ids.Distinct().Count() == 38 && ids.All(id => id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
    });

    [Theory]
    [InlineData(2024, 2, 15, "month-2024-02")]
    [InlineData(2024, 3, 15, "month-2024-03,quarter-2024-1")]
    [InlineData(2024, 6, 15, "month-2024-06,quarter-2024-2,half-2024-1")]
    [InlineData(2024, 12, 15, "month-2024-12,quarter-2024-4,half-2024-2,year-2024")]
    [InlineData(2024, 12, 14, "")]
    [InlineData(2024, 3, 21, "month-2024-03,quarter-2024-1")]
    [InlineData(2024, 3, 22, "")]
    public void EndedLately_NamesWhatATimerAsksFor_TheShorterFirst_ForAWeek(int year, int month, int day, string ids) =>
        Assert.Equal(ids, string.Join(',', ReportingPeriods.Decree09.EndedLately(2024, new DateOnly(year, month, day)).Select(p => p.Id)));

    [Fact]
    public void EveryPeriodOfAYear_EndsOnceForTheTimer() => Years.Sample(year =>
    {
        DateOnly start = new(year - 1, 12, 16);
        return Enumerable.Range(0, 366).SelectMany(day => ReportingPeriods.Decree09.EndedLately(year, start.AddDays(day))).Distinct().Count() == 19;
    }, iter: 10);

    [Fact]
    public void ASpanOnRequest_IsNamedByItsDates() =>
        Assert.Equal("span-20240401-20240520", new ReportingPeriod(PeriodKind.AdHoc, 2024, 0, new(2024, 4, 1), new(2024, 5, 20)).Id);

    private static bool Tile(ReportingPeriod[] parts, ReportingPeriod whole) =>
        parts[0].From == whole.From && parts[^1].To == whole.To && parts.Zip(parts.Skip(1)).All(pair => pair.First.To.AddDays(1) == pair.Second.From);

    private static ReportingPeriod[] Kind(int year, PeriodKind kind) => [.. ReportingPeriods.Decree09.OfYear(year).Where(p => p.Kind == kind)];

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture);
}
