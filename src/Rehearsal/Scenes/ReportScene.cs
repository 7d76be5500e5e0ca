using System.Text.Json;
using NtmServerless.Domain.DaysOff;
using NtmServerless.Domain.PeriodicReports;
using NtmServerless.Domain.PeriodicReports.Cycle;
using NtmServerless.Domain.Periods;
using NtmServerless.Rehearsal.Office;
using NtmServerless.Rehearsal.Year;

namespace NtmServerless.Rehearsal.Scenes;

/// <summary>
/// The calendar opens the reports; units answer, some late, one never, one with a figure that is asked back; the culture office
/// submits, the committee returns one and approves all, one of them late, and asks for one itself.
/// </summary>
internal sealed class ReportScene(Stage stage)
{
    /// <summary>The commune that never answers.</summary>
    public const string Silent = "xa-mau-son";

    private const string Boastful = "xa-gia-cat";
    private static readonly DateOnly AskedOn = new(2024, 8, 5);
    private static readonly DateOnly AskedFrom = new(2024, 4, 1);
    private static readonly DateOnly AskedTo = new(2024, 7, 31);

    public void PutDown()
    {
        foreach (ReportingPeriod period in ReportingPeriods.Of(stage.Plan).OfYear(stage.Plan.Year)) Play(period.Id, period.To.AddDays(1));
        Add(AskedOn, 8, AskAsync);
        Play($"span-{AskedFrom:yyyyMMdd}-{AskedTo:yyyyMMdd}", AskedOn);
        // Work of a period that is closed by then: the next month's report says it as a correction.
        Add(new(2024, 6, 12), 11, LogLateAsync);
    }

    private void Play(string id, DateOnly asked)
    {
        DateOnly due = WorkCalendar.OfTheLaw.After(asked, ReportChecklist.DueDays);
        Add(asked.AddDays(1), 9, () => AnswerAsync(id, late: false));
        Add(WorkCalendar.OfTheLaw.After(asked, 3), 10, () => AnswerAsync(id, late: true));
        Add(due.AddDays(1), 9, () => SubmitAsync(id));
        switch (id)
        {
            case "month-2024-05":
                Add(due.AddDays(2), 9, () => ReturnAsync(id));
                Add(due.AddDays(2), 15, () => SubmitAgainAsync(id));
                Add(due.AddDays(3), 9, () => ApproveAsync(id));
                break;
            case "month-2024-09":
                // After three days whoever approves is reminded.
                Add(due.AddDays(6), 9, () => ApproveAsync(id));
                break;
            default:
                Add(due.AddDays(2), 9, () => ApproveAsync(id));
                break;
        }
    }

    private string Path(string id) => $"api/plans/{stage.Plan.Id}/reports/{id}";

    private string Culture => stage.Keys[OfficePlan.Culture];

    private string Committee => stage.Keys[OfficePlan.Committee];

    private async Task AskAsync()
    {
        (await stage.Client.PostAsync($"api/plans/{stage.Plan.Id}/reports", new { from = AskedFrom, to = AskedTo }, Committee)).Must(202);
        stage.Tally.Count("reportsAskedFor");
    }

    private async Task AnswerAsync(string id, bool late)
    {
        JsonElement report = (await stage.Client.GetAsync(Path(id), Culture)).Must(200).Json;
        string[] owers = [.. report.GetProperty("owers").EnumerateArray().Select(o => o.GetProperty("unitId").GetString()!).Where(stage.Keys.Has)];
        foreach ((int i, string unit) in owers.Index())
        {
            if (unit == Silent || (i % 4 == 3) != late) continue;
            if (unit == Boastful && id == "month-2024-07") await BoastAsync(id);
            else (await stage.Client.PostAsync($"{Path(id)}/answers", Form(id, unit, i), stage.Keys[unit])).Must(200);
            stage.Tally.Count("reportAnswers");
        }
    }

    private static object Form(string id, string unit, int place) => (place % 7) switch
    {
        2 when id.StartsWith("quarter", StringComparison.Ordinal) => new { Difficulties = "Loa ở vài thôn xuống cấp, mùa mưa hay mất điện.", Proposals = "Hỗ trợ kinh phí sửa loa." },
        5 when unit.StartsWith("xa-", StringComparison.Ordinal) && id == "month-2024-10" => new { OwnClasses = 1, OwnPeople = 35 },
        // What was out of the ordinary in July is so in every longer period too, and is asked back there as well.
        _ => new { AsRecorded = true, Confirmed = unit == Boastful, Explanation = unit == Boastful ? "Đợt phát thanh cao điểm tháng 7." : null },
    };

    // Three noughts too many are asked back and corrected; the true figure is far above the usual, and kept with its reason.
    private async Task BoastAsync(string id)
    {
        string key = stage.Keys[Boastful];
        object Form(int count, bool? confirmed, string? explanation) => new
        {
            Counts = new[] { new { Channel = "broadcast", Count = count } },
            LogTheRest = true,
            Confirmed = confirmed,
            Explanation = explanation,
        };
        (await stage.Client.PostAsync($"{Path(id)}/answers", Form(210_000, null, null), key)).MustRefuse(422, "invalid-input");
        (await stage.Client.PostAsync($"{Path(id)}/answers", Form(210, null, null), key)).MustRefuse(422, "invalid-input");
        (await stage.Client.PostAsync($"{Path(id)}/answers", Form(210, true, "Đợt phát thanh cao điểm ngày 27/7, bảy thôn phát mỗi ngày."), key)).Must(200);
        stage.Tally.Count("reportAnswersAskedBack", 2);
        // What was said beyond the log is one entry more in it.
        stage.Tally.Count("mediaEntries");
    }

    private async Task SubmitAsync(string id)
    {
        (await stage.Client.PostAsync($"{Path(id)}/submit", new { Proposals = "Đề nghị các xã gửi số liệu đúng hạn." }, Culture)).Must(200);
        stage.Tally.Count("reportsSubmitted");
    }

    private async Task ReturnAsync(string id)
    {
        (await stage.Client.PostAsync($"{Path(id)}/return", new { Reason = "Ghi rõ hơn phần kiến nghị." }, Committee)).Must(200);
        stage.Tally.Count("reportsReturned");
    }

    private async Task SubmitAgainAsync(string id)
    {
        (await stage.Client.PostAsync($"{Path(id)}/compile", new { }, Culture)).Must(200);
        await SubmitAsync(id);
    }

    private async Task ApproveAsync(string id)
    {
        (await stage.Client.GetAsync(Path(id), Committee)).Must(200);
        (await stage.Client.PostAsync($"{Path(id)}/approve", new { }, Committee)).Must(200);
        stage.Tally.Count("reportsApproved");
    }

    private async Task LogLateAsync()
    {
        (await stage.Client.PostAsync($"api/plans/{stage.Plan.Id}/communication", new
        {
            Channel = "conference",
            Date = new DateOnly(2024, 5, 10),
            Subject = "Hội nghị sơ kết, ghi sổ muộn",
            Count = 2,
        }, stage.Keys[OfficePlan.Media])).Must(201);
        stage.Tally.Count("mediaEntries");
    }

    private void Add(DateOnly day, int hour, Func<Task> what) => stage.Agenda.Add(Moment.On(day, hour), Work.Reports, what);
}
