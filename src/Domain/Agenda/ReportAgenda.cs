namespace NtmServerless.Domain.Agenda;

/// <summary>What a periodic report waits for, and for whom.</summary>
internal static class ReportAgenda
{
    public static IEnumerable<AgendaItem> Of(Caller caller, Plan plan, PeriodicReport r, DateTimeOffset now)
    {
        ReportPosts posts = ReportPosts.Of(plan);
        bool compiles = caller.UnitId == posts.Compiler && caller.MayCompile(plan);
        switch (r.Stage)
        {
            case ReportStage.Asked when r.Owers.Any(o => o.UnitId == caller.UnitId) && r.AnswerOf(caller.UnitId) is null && caller.MayAnswerFor(caller.UnitId):
                yield return AgendaItem.Of(AgendaKind.AnswerReport, r.Id, ReportChecklist.AnswersDue(r), now);
                break;
            case ReportStage.Compiled or ReportStage.Returned when compiles || caller.IsAdministrator && ReportChecklist.SubmissionDue(r) < now:
                yield return AgendaItem.Of(AgendaKind.SubmitPeriodicReport, r.Id, ReportChecklist.SubmissionDue(r), now);
                break;
            case ReportStage.Submitted when caller.Role is Role.Administrator or Role.Committee:
                yield return AgendaItem.Of(AgendaKind.ApprovePeriodicReport, r.Id, ReportChecklist.ApprovalDue(r), now);
                break;
        }
    }
}
