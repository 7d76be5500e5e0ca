using CsCheck;
using Xunit;

namespace NtmServerless.Domain.Tests.PeriodicReports;

/// <summary>Closed figures stay; what the records say otherwise later is published in the next report.</summary>
public sealed class ReportCorrectionsTests
{
    private static readonly Plan Plan = SamplePlan.Plan;
    private static readonly ReportingPeriods Periods = ReportingPeriods.Decree09;
    private static readonly DateOnly First = Periods.YearOf(2024).From;

    // Work on a day of the year that is logged so many days later, and taken back again after more days (0: never).
    private static readonly Gen<(int Day, int LoggedAfter, int StruckAfter, int Count)[]> Works = Gen.Select(
        Gen.Int[0, 365], Gen.Int[0, 90], Gen.Int[0, 90], Gen.Int[1, 9], (day, logged, struck, count) => (day, logged, struck, count)).Array[0, 40];

    [Fact]
    public void MonthsAndTheirCorrections_AddUpToTheYear_WhateverIsLoggedOrTakenBackLate() => Works.Sample(works =>
    {
        PeriodicReport? before = null;
        Dictionary<(FigurePart, string), long> sums = [];
        foreach (ReportingPeriod month in Enumerable.Range(1, 12).Select(m => Periods.Month(2024, m)))
        {
            int now = month.To.DayNumber - First.DayNumber + 1;
            PeriodicReport r = Report(month, before, works, now);
            foreach (FigureLine line in FigureLines.Of(r.Figures!)) Plus(line.Part, line.Key, line.Value);
            foreach (Correction correction in r.Corrections!.Lines) Plus(correction.Part, correction.Key, correction.Difference);
            before = r;
        }

        foreach (FigureLine year in FigureLines.Of(before!.YearSoFar!)) Assert.Equal(year.Value, sums.GetValueOrDefault((year.Part, year.Key)));
        Assert.Equal(FigureLines.Of(before.YearSoFar!).Sum(l => l.Value), sums.Values.Sum());

        void Plus(FigurePart part, string key, long value) => sums[(part, key)] = sums.GetValueOrDefault((part, key)) + value;
    });

    [Fact]
    public void LateWork_StandsInTheNextReport_AndNotInTheClosedOne()
    {
        (int, int, int, int)[] works = [(40, 60, 0, 5)];
        PeriodicReport february = Report(Periods.Month(2024, 2), null, works, 62);
        PeriodicReport april = Report(Periods.Month(2024, 4), february, works, 122);
        Assert.Empty(february.Figures!.CommunicationByChannel);
        Assert.Equal([new(FigurePart.CommunicationByChannel, "Broadcast", 0, 5), new(FigurePart.CommunicationByUnit, "xa-gia-cat", 0, 5)], april.Corrections!.Lines);
        Assert.Equal("month-2024-02", april.Corrections.AgainstReportId);
    }

    [Fact]
    public void AReportOfBeforeSexWasCounted_IsNotCorrectedForIt()
    {
        ReportFigures now = Figures(First, First.AddDays(30), [], 0) with { AttendedBySex = new Dictionary<string, int> { ["Female"] = 4, ["Male"] = 2 } };
        PeriodicReport old = Report(Periods.Month(2024, 1), null, [], 31);
        Assert.Empty(ReportCorrections.Between(old, now with { AttendedBySex = new Dictionary<string, int>() }, now).Lines);
    }

    [Fact]
    public void Corrections_StandInTheOrderOfTheReport_AndOfItsKeys()
    {
        ReportFigures published = Figures(First, First.AddDays(30), [], 0) with
        {
            AttendedBySex = new Dictionary<string, int> { ["Female"] = 4, ["Male"] = 2 },
        };
        ReportFigures now = published with
        {
            AttendedBySex = new Dictionary<string, int> { ["Male"] = 3, ["Female"] = 5 },
            AttendedByUnit = new Dictionary<string, int> { ["xa-phu-xa"] = 1, ["xa-gia-cat"] = 1 },
        };
        ReportCorrections corrections = ReportCorrections.Between(Report(Periods.Month(2024, 1), null, [], 31), published, now);
        Assert.Equal(
            [
                new(FigurePart.AttendedByUnit, "xa-gia-cat", 0, 1), new(FigurePart.AttendedByUnit, "xa-phu-xa", 0, 1),
                new(FigurePart.AttendedBySex, "Female", 4, 5), new Correction(FigurePart.AttendedBySex, "Male", 2, 3),
            ],
            corrections.Lines);
        Assert.Equal(1, corrections.AgainstCompilation);
    }

    private static PeriodicReport Report(ReportingPeriod month, PeriodicReport? before, (int, int, int, int)[] works, int now) => new()
    {
        PlanId = Plan.Id,
        Id = month.Id,
        Period = month,
        AskedAt = default,
        Compilations = 1,
        Figures = Figures(month.From, month.To, works, now),
        YearSoFar = Figures(First, month.To, works, now),
        Corrections = before is null ? ReportCorrections.None : ReportCorrections.Between(before, before.YearSoFar!, Figures(First, before.Period.To, works, now)),
    };

    private static ReportFigures Figures(DateOnly from, DateOnly to, (int Day, int LoggedAfter, int StruckAfter, int Count)[] works, int now) => ReportFigures.Of(
        Plan, from, to, [],
        works.Where(w => w.Day + w.LoggedAfter < now && (w.StruckAfter == 0 || w.Day + w.LoggedAfter + w.StruckAfter >= now))
            .Select(w => new CommunicationDay(First.AddDays(w.Day), [new("xa-gia-cat", CommunicationChannel.Broadcast, w.Count)])),
        []);
}
