using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.Audit;

/// <summary>The audit trail, for administrators.</summary>
public sealed class AuditPages(
    AuditActs acts, CurrentPlan current, ClassSummaries summaries, RecordNames names, PageAnswers answers, VietnameseTexts texts, TimeProvider time)
{
    [Function(nameof(ShowAudit))]
    [ShowsTheRest]
    [Callers(Roles.Administrator)]
    public async Task<IResult> ShowAudit([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AuditRoutes.List)] HttpRequest request)
    {
        Found found = await FoundAsync(request);
        return answers.Page<AuditPage, AuditView>(request, new AuditView(
            found.Plan, found.Month, request.Text("ai"), request.Text("viec"), request.Text("dich"), found.ClassId, request.SliceOf(found.Lines),
            [.. found.All.Where(l => char.IsLower(l.What[0])).Select(l => l.What).Distinct().Order(StringComparer.Ordinal)], found.Classes,
            found.Names));
    }

    [Function(nameof(ExportAudit))]
    [Callers(Roles.Administrator)]
    public async Task<IResult> ExportAudit([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AuditRoutes.Export)] HttpRequest request)
    {
        Found found = await FoundAsync(request);
        string[] columns = [texts["audit.when"], texts["audit.who"], texts["audit.what"], texts["audit.target"], texts["audit.number"]];
        return ListAsk.File($"nhat-ky-{found.Month:yyyy-MM}", texts["audit.title"], columns, found.Lines.Select(l => new object?[]
        {
            l.At.ToOffset(VietnamTime.Offset).DateTime, string.Join(", ", l.By.Select(a => texts.Who(a, found.Plan))),
            texts.What(l), texts.Record(l, found.Names), l.Count,
        }));
    }

    private async Task<Found> FoundAsync(HttpRequest request)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        Plan plan = await current.OfAsync(request);
        IReadOnlyList<TrainingClass> classes = await summaries.OfPlanAsync(plan.Id, cancellation);
        ClassId? classId = classes.FirstOrDefault(c => c.Id == request.Text("lop"))?.Id;
        DateOnly today = VietnamTime.DateOf(time.GetUtcNow());
        DateOnly month = DateOnly.TryParseExact(request.Text("thang"), "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly asked)
            && VietnamTime.IsWithinReach(asked) ? asked : new DateOnly(today.Year, today.Month, 1);
        IReadOnlyDictionary<string, string> called = await names.OfAsync(plan, classes, cancellation);
        IReadOnlyList<AuditLine> all = await acts.OfMonthAsync(plan, month, classId, cancellation);
        AuditLine[] lines =
        [
            .. all.Where(l => request.Text("viec") is not { } what || l.What == what)
                .Where(l => request.Text("ai") is not { } who || l.IsBy(who, plan))
                .Where(l => request.Text("dich") is not { } target || l.Target?.Contains(target, StringComparison.OrdinalIgnoreCase) == true
                    || Folding.Fold(texts.Record(l, called) ?? "").Contains(Folding.Fold(target), StringComparison.Ordinal)),
        ];
        return new Found(plan, month, classId, classes, called, all, lines);
    }

    private sealed record Found(
        Plan Plan, DateOnly Month, ClassId? ClassId, IReadOnlyList<TrainingClass> Classes, IReadOnlyDictionary<string, string> Names,
        IReadOnlyList<AuditLine> All, IReadOnlyList<AuditLine> Lines);
}
