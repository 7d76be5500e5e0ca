using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Rehearsal.Tests;

/// <summary>
/// Every figure of the annual report, counted anew from registrations, marks and entries as they lie in storage, and held
/// against the report and against summary.json.
/// </summary>
public sealed class AnnualReportTests(PlayedYears years)
{
    private static readonly DateOnly From = new(2023, 12, 15), To = new(2024, 12, 14);

    [Fact]
    public void AnnualReport_SaysWhatTheRawRowsAddUpTo()
    {
        RawYear raw = new(Path.Combine(years.InPeace.Folder, "data"));
        JsonNode report = Report("year-2024");
        JsonNode figures = report["figures"]!;
        RawClass[] closed = [.. raw.Classes.Where(c => c.ApprovedOn is { } day && In(day))];
        JsonNode[] attended = [.. closed.SelectMany(c => c.Attended)];
        JsonNode[] tours = [.. raw.Rows("Tours", "tour-").Where(t => t["closedAt"] is { } at && In(RawYear.DayOf(at)))];
        JsonNode[] works = [.. raw.Rows("Communication", "act-").Where(a => a["struckOut"] is null && In(DateOnly.Parse(RawYear.Text(a["date"]), null)))];

        foreach (JsonNode? stream in figures["streams"]!.AsArray())
        {
            RawClass[] own = [.. closed.Where(c => c.Stream == RawYear.Text(stream!["streamId"]))];
            Assert.Equal(
                (own.Length, own.Length, own.Sum(c => c.Registrations.Count(r => Is(r, "Confirmed"))),
                    own.Sum(c => c.Attended.Count), own.Sum(c => c.Attended.Count(r => Is(r, "WalkIn"))), own.Sum(c => c.Attended.Count(r => RawYear.Text(r["applicant"]!["sex"]) == "Female"))),
                (Int(stream!["classesHeld"]), Int(stream["classesClosed"]), Int(stream["registered"]), Int(stream["attended"]), Int(stream["walkIns"]), Int(stream["women"])));
        }

        Same(attended.CountBy(r => RawYear.Text(r["applicant"]!["unitId"])), figures["attendedByUnit"]);
        Same(attended.CountBy(r => RawYear.Text(r["applicant"]!["audience"])), figures["attendedByAudience"]);
        Same(attended.CountBy(r => r["applicant"]!["ethnicGroup"] is { } group ? RawYear.Text(group) : ""), figures["attendedByEthnicGroup"]);
        Same(attended.CountBy(r => RawYear.Text(r["applicant"]!["sex"])), figures["attendedBySex"]);
        Same(works.GroupBy(a => RawYear.Text(a["channel"])).Select(g => KeyValuePair.Create(g.Key, g.Sum(a => Int(a["count"])))), figures["communicationByChannel"]);
        Same(works.GroupBy(a => RawYear.Text(a["unitId"])).Select(g => KeyValuePair.Create(g.Key, g.Sum(a => Int(a["count"])))), figures["communicationByUnit"]);
        Assert.Equal((tours.Length, tours.Sum(t => Int(t["travelled"]))), (Int(figures["toursHeld"]), Int(figures["tourMembers"])));
        IEnumerable<(string Source, long Amount)> spent = closed.SelectMany(c => c.Spent)
            .Concat(tours.SelectMany(t => t["report"]!["spent"]!.AsArray().Select(s => (RawYear.Text(s!["sourceId"]), s["amount"]!.GetValue<long>()))));
        Assert.Equal(
            spent.GroupBy(s => s.Source).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Sum(s => s.Amount))),
            figures["spent"]!.AsObject().OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, s.Value!.GetValue<long>())));
        Assert.Equal(raw.Classes.Count(c => c.Stage == "Cancelled" && In(RawYear.DayOf(c.Head["cancelledAt"]))), Int(figures["classesCancelled"]));
        Assert.Equal(0, Int(figures["reportsMissing"]));

        foreach (JsonNode? quarter in figures["quarters"]!.AsArray())
        {
            int number = Int(quarter!["number"]);
            bool Falls(DateOnly day) => In(day) && (day.Day > 14 ? day.AddMonths(1) : day).Month is int month && (month - 1) / 3 + 1 == number;
            Assert.Equal(
                (closed.Count(c => Falls(c.ApprovedOn!.Value)), closed.Where(c => Falls(c.ApprovedOn!.Value)).Sum(c => c.Attended.Count),
                    works.Where(a => Falls(DateOnly.Parse(RawYear.Text(a["date"]), null))).Sum(a => Int(a["count"]))),
                (Int(quarter["classesHeld"]), Int(quarter["attended"]), Int(quarter["communication"])));
        }

        foreach (JsonNode? commune in figures["communes"]!.AsArray())
        {
            string unit = RawYear.Text(commune!["unitId"]);
            Assert.Equal(
                (closed.Count(c => RawYear.Text(c.Head["hostUnitId"]) == unit), attended.Count(r => RawYear.Text(r["applicant"]!["unitId"]) == unit)),
                (Int(commune["classesHosted"]), Int(commune["attended"])));
        }
    }

    [Fact]
    public void AnnualReport_AgreesWithTheSummary()
    {
        JsonNode figures = Report("year-2024")["figures"]!;
        JsonNode summary = JsonNode.Parse(years.InPeace.Figures.GetRawText())!;
        JsonArray streams = figures["streams"]!.AsArray();
        Assert.Equal((Int(summary["classesHeld"]), Int(summary["attended"])), (streams.Sum(s => Int(s!["classesHeld"])), streams.Sum(s => Int(s!["attended"]))));
        Assert.Equal((Int(summary["tours"]), Int(summary["tourMembers"])), (Int(figures["toursHeld"]), Int(figures["tourMembers"])));
        Assert.Equal(Int(summary["classesCancelled"]), Int(figures["classesCancelled"]));
        Assert.Equal(Int(summary["walkIns"]), streams.Sum(s => Int(s!["walkIns"])));
        Assert.Equal(summary["spent"]!.ToJsonString(), figures["spent"]!.ToJsonString());
    }

    [Fact]
    public void TwelveMonths_WithTheirCorrections_AreTheYear()
    {
        JsonNode[] months = [.. Enumerable.Range(1, 12).Select(m => Report($"month-2024-{m:00}"))];
        Dictionary<string, long> sums = [];
        foreach ((string channel, long count) in months.SelectMany(m => m["figures"]!["communicationByChannel"]!.AsObject()).Select(c => (c.Key, c.Value!.GetValue<long>()))
            .Concat(months.SelectMany(m => m["corrections"]!["lines"]!.AsArray()).Where(l => RawYear.Text(l!["part"]) == "communicationByChannel")
                .Select(l => (RawYear.Text(l!["key"]), l["now"]!.GetValue<long>() - l["published"]!.GetValue<long>()))))
            sums[channel] = sums.GetValueOrDefault(channel) + count;
        Assert.Contains(months, m => m["corrections"]!["lines"]!.AsArray().Count > 0);
        Assert.Equal(
            Report("year-2024")["figures"]!["communicationByChannel"]!.AsObject().OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key, c.Value!.GetValue<long>())),
            sums.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, s.Value)));
    }

    private JsonNode Report(string id) => JsonNode.Parse(File.ReadAllText(Path.Combine(years.InPeace.Folder, "reports", $"{id}.json")))!;

    private static bool In(DateOnly day) => From <= day && day <= To;

    private static bool Is(JsonNode registration, string status) => RawYear.Text(registration["status"]) == status;

    private static int Int(JsonNode? number) => number!.GetValue<int>();

    private static void Same(IEnumerable<KeyValuePair<string, int>> counted, JsonNode? said) => Assert.Equal(
        counted.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key, c.Value)),
        said!.AsObject().Where(c => Int(c.Value) > 0).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key, Int(c.Value))));
}
