using NtmServerless.Domain.Classes;
using NtmServerless.Domain.DaysOff;
using NtmServerless.Domain.Plans;
using NtmServerless.Domain.Plans.Import;
using NtmServerless.Domain.Registrations;
using NtmServerless.Pages.Classes;
using NtmServerless.Testing;
using NtmServerless.Texts;
using Xunit;

namespace NtmServerless.Pages.Tests.Classes;

/// <summary>What the form of an announcement proposes is never what it would warn of.</summary>
public sealed class AnnounceProposalTests
{
    private static readonly VietnameseTexts Texts = new();
    private static readonly Plan Plan =
        PlanImport.Read(File.ReadAllText(Path.Combine(AzuriteServer.RepositoryRoot(), "plans", "caoloc-2024.json"))).Plan!;

    [Theory]
    // Four weeks later is Monday 29 April, off by exchange, before two holidays: the Monday after, with the close before that day off too.
    [InlineData("2024-04-01", "2024-05-06", "2024-04-26")]
    [InlineData("2024-01-05", "2024-04-01", "2024-03-25")]
    // Four weeks later the plan's time is over: sooner.
    [InlineData("2024-09-10", "2024-09-18", "2024-09-11")]
    public void Proposal_IsADayOfWhichNothingWouldBeWarned(string today, string day, string closes)
    {
        FormState form = Of(today);
        Assert.Equal((day, closes + "T17:00"), (form.Value("sessions[0].date"), form.Value("registrationClosesAt")));
    }

    [Fact]
    public void Proposal_WhereThePlansTimeIsOver_IsAWorkingDayAllTheSame() => Assert.Equal("2024-11-18", Of("2024-10-21").Value("sessions[0].date"));

    private static FormState Of(string today)
    {
        TrainingStream stream = Plan.FindStream("hoi-vien-doan-vien")!;
        TrainingClass c = new()
        {
            Id = new("lop-1"),
            PlanId = Plan.Id,
            StreamId = stream.Id,
            Number = 1,
            Title = stream.Title,
            LeadUnitId = "hoi-nong-dan",
            HostUnitId = "xa-gia-cat",
            Seats = new Seats(50),
            Minimum = 1,
        };
        DateTimeOffset now = new(DateOnly.Parse(today, null), new TimeOnly(8, 0), TimeSpan.FromHours(7));
        return new AnnounceView(Plan, c, null, false, true).Proposal(now, Texts, WorkCalendar.OfTheLaw);
    }
}
