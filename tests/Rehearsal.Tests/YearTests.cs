using System.Text.Json;
using Xunit;

namespace NtmServerless.Rehearsal.Tests;

public sealed class YearTests(PlayedYears years)
{
    [Fact]
    public void Year_InPeace_BreaksNoRule()
    {
        Assert.True(years.InPeace.ExitCode == 0, years.InPeace.Said);
        Assert.Empty(years.InPeace.Summary.GetProperty("broken").EnumerateArray());
    }

    [Fact]
    public void Year_InPeace_HoldsWhatThePlanOrders()
    {
        JsonElement figures = years.InPeace.Figures;
        Assert.Equal(19, figures.GetProperty("classesHeld").GetInt32());
        Assert.Equal(950, figures.GetProperty("seats").GetInt32());
        Assert.Equal(1, figures.GetProperty("classesCancelled").GetInt32());
        Assert.Equal(1, figures.GetProperty("tours").GetInt32());
        Assert.Equal(32, figures.GetProperty("tourMembers").GetInt32());
        foreach (JsonElement stream in figures.GetProperty("streams").EnumerateArray().Where(s => s.GetProperty("classesPlanned").ValueKind == JsonValueKind.Number))
            Assert.Equal(stream.GetProperty("classesPlanned").GetInt32(), stream.GetProperty("classesHeld").GetInt32());
    }

    [Fact]
    public void Year_InPeace_HasEverySetback()
    {
        JsonElement figures = years.InPeace.Figures;
        JsonElement notices = figures.GetProperty("noticesByKind");
        foreach (string kind in (string[])["TooFewRegistered", "ClassExtended", "ClassPostponed", "ClassRescheduled", "ClassCancelled", "Promoted",
            "EvidenceAsked", "ReportEscalated", "ReportReturned", "SheetDiffers", "TourConfirmed", "PeriodicReportAsked", "PeriodicReportReminder",
            "PeriodicReportEscalated", "PeriodicReportDrafted", "PeriodicReportSubmitted", "PeriodicReportReturned", "PeriodicReportIssued"])
            Assert.True(notices.TryGetProperty(kind, out JsonElement count) && count.GetInt32() > 0, kind);
        foreach (string count in (string[])["promoted", "waitlisted", "cancelled", "walkIns"])
            Assert.True(figures.GetProperty(count).GetInt32() > 0, count);
    }

    [Fact]
    public void Year_InPeace_LeavesEveryReportToRead()
    {
        JsonElement kinds = years.InPeace.Figures.GetProperty("reportsByKind");
        Assert.Equal((12, 4, 2, 1, 1), (Count("Month"), Count("Quarter"), Count("HalfYear"), Count("Year"), Count("AdHoc")));
        string[] left = [.. Directory.GetFiles(Path.Combine(years.InPeace.Folder, "reports")).Select(f => Path.GetExtension(f))];
        Assert.Equal(20, left.Count(e => e == ".html"));
        Assert.Equal(20, left.Count(e => e == ".json"));

        int Count(string kind) => kinds.GetProperty(kind).GetInt32();
    }

    [Fact]
    public void Year_WhenTheHostIsKilled_EndsWithTheSameFigures()
    {
        Assert.True(years.Killed.ExitCode == 0, years.Killed.Said);
        string[] killed = [.. years.Killed.Measured.GetProperty("killedDuring").EnumerateArray().Select(k => k.GetString()!)];
        Assert.Contains(killed, k => k.EndsWith("/registrations", StringComparison.Ordinal));
        Assert.Contains("clock", killed);
        Assert.Equal(years.InPeace.Figures.GetRawText(), years.Killed.Figures.GetRawText());
    }

    [Fact]
    public void Year_WhenOver_LeavesNoStorageRunning()
    {
        // The record of a data folder's storage is there only while it runs.
        Assert.False(File.Exists(Path.Combine(years.InPeace.Folder, "data", "azurite.json")));
        Assert.False(File.Exists(Path.Combine(years.Killed.Folder, "data", "azurite.json")));
    }
}
