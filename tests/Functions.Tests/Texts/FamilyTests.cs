using NtmServerless.Domain.Agenda;
using NtmServerless.Domain.People;
using NtmServerless.Domain.PeriodicReports.Answers;
using NtmServerless.Domain.PeriodicReports.Cycle;
using NtmServerless.Domain.Tours;
using NtmServerless.Domain.Units;
using NtmServerless.Pages.Documents;
using NtmServerless.Pages.Parts;
using NtmServerless.Pages.Workflows;
using Xunit;

namespace NtmServerless.Functions.Tests.Texts;

/// <summary>Texts whose keys are put together of a beginning and a value: each value that is shown has one.</summary>
public sealed class FamilyTests
{
    private static readonly VietnameseTexts Texts = new();

    public static TheoryData<string, string[]> Families => new()
    {
        { "account.role-", Of<Role>() },
        { "class.by-", Of(MomentBy.LeadUnit) },
        { "class.moment-", Of<ClassMoment>() },
        { "class.state-", Of(MomentState.Done) },
        { "class.notice-", [.. Enum.GetValues<NoticeKind>().Where(IsOfAClass).Select(k => Codes.Key(k))] },
        { "document.numbering-", Of<Numbering>() },
        { "document.state-", Of<DocumentState>() },
        { "home.coming-", Of<ComingKind>() },
        { "home.do-", Of<AgendaKind>() },
        { "home.why-", Of<AgendaKind>() },
        { "home.go-", Of<AgendaKind>() },
        { "home.all-", Of<AgendaKind>() },
        { "post.body-", Of<NoticeKind>() },
        { "post.channel-", Of<MessageChannel>() },
        { "post.state-", Of<MessageState>() },
        { "post.subject-", Of<NoticeKind>() },
        { "practice.step-", Of<ClassStep>() },
        { "report.debt-", Of<ReportDebt>() },
        { "report.kind-", Of<PeriodKind>() },
        { "report.step-", Of<ReportStep>() },
        { "roster.sex-", Of<Sex>() },
        { "tour.about-", Of(TourAct.AddMember, TourAct.RemoveMember) },
        { "tour.act-", Of(TourAct.AddMember, TourAct.RemoveMember) },
        { "tour.event-", [.. Enum.GetValues<NoticeKind>().Where(k => $"{k}".StartsWith("Tour", StringComparison.Ordinal)).Select(k => Codes.Key(k))] },
        { "tour.step-", Of<TourStep>() },
        { "tour.waits-", Of<TourStage>() },
        { "unit.kind-", Of<UnitKind>() },
        { "workflow.kind-", Of<WorkflowKind>() },
        { "workflow.state-", Of<WorkflowState>() },
        { "workflow.step-", Of<ClassStep>() },
    };

    [Theory]
    [MemberData(nameof(Families))]
    public void Family_EachValue_HasAText(string beginning, string[] values)
    {
        Assert.NotEmpty(values);
        Assert.Equal([], values.Where(value => !Texts.Has(beginning + value)));
    }

    [Fact]
    public void Year_IsNotGrouped() => Assert.Contains("2024", Texts.Report("year", ("year", 2024)), StringComparison.Ordinal);

    // Wherever a new one stands in the list: it is a class's until its name says otherwise.
    private static bool IsOfAClass(NoticeKind kind) =>
        kind is not (NoticeKind.MessageFailed or NoticeKind.SignInsRefused)
        && !$"{kind}".StartsWith("Tour", StringComparison.Ordinal) && !$"{kind}".StartsWith("PeriodicReport", StringComparison.Ordinal)
        && !$"{kind}".StartsWith("Declaration", StringComparison.Ordinal);

    private static string[] Of<T>(params T[] notShown)
        where T : struct, Enum => [.. Enum.GetValues<T>().Except(notShown).Select(value => Codes.Key(value))];
}
