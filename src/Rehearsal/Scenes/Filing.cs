using NtmServerless.Rehearsal.Host;
using NtmServerless.Rehearsal.Office;
using NtmServerless.Rehearsal.Year;

namespace NtmServerless.Rehearsal.Scenes;

/// <summary>The report of a class: filed, sometimes late, sometimes sent back, approved.</summary>
internal sealed class Filing(Stage stage)
{
    public void PutDown(ClassPlay play, DateOnly lastDay)
    {
        ClassStory story = play.Story;
        DateOnly filed = lastDay.AddDays(story.Has(Twist.Overdue) ? 9 : 3);
        Add(filed, 10, () => FileAsync(play));
        if (story.Has(Twist.Returned))
        {
            Add(filed.AddDays(1), 9, () => ReturnAsync(play));
            Add(filed.AddDays(3), 10, () => FileAgainAsync(play));
            Add(filed.AddDays(4), 9, () => ApproveAsync(play));
        }
        else if (story.Has(Twist.LateSheet))
        {
            Add(filed.AddDays(1), 9, () => ApproveTooEarlyAsync(play));
            Add(lastDay.AddDays(10), 9, () => ApproveAsync(play));
        }
        else
        {
            Add(filed.AddDays(1), 9, () => ApproveAsync(play));
        }

        void Add(DateOnly day, int hour, Func<Task> what) => stage.Agenda.Add(Moment.On(day, hour), Work.ClassReports, what);
    }

    private async Task FileAsync(ClassPlay play)
    {
        string key = stage.Keys[play.Story.LeadUnitId];
        (await stage.Client.GetAsync($"{play.Path}/report", key)).Must(200);
        if (play.Story.Has(Twist.SheetDiffers))
        {
            (await stage.Client.PostAsync($"{play.Path}/report", Form(play, null), key)).MustRefuse(422, "sheet-difference-unexplained");
            stage.Tally.Count("reportsRefused");
        }

        string? note = play.Story.Has(Twist.SheetDiffers) ? "Hai học viên đến muộn, có mặt nhưng chưa ký buổi sáng." : null;
        (await stage.Client.PostAsync($"{play.Path}/report", Form(play, note), key)).Must(200);
        stage.Tally.Count("classReportsFiled");
    }

    private async Task ReturnAsync(ClassPlay play)
    {
        (await stage.Client.PostAsync(
            $"{play.Path}/report/return", new { reason = "Bổ sung kinh phí phô tô tài liệu." }, stage.Keys.Administrator)).Must(200);
        stage.Tally.Count("classReportsReturned");
    }

    private async Task FileAgainAsync(ClassPlay play)
    {
        (await stage.Client.PostAsync($"{play.Path}/report", Form(play, null, more: 350_000), stage.Keys[play.Story.LeadUnitId])).Must(200);
        stage.Tally.Count("classReportsFiled");
    }

    private async Task ApproveTooEarlyAsync(ClassPlay play)
    {
        (await stage.Client.PostAsync($"{play.Path}/report/approve", new { }, stage.Keys.Administrator)).MustRefuse(409, "sheet-missing");
        stage.Tally.Count("approvalsRefused");
    }

    private async Task ApproveAsync(ClassPlay play)
    {
        (await stage.Client.PostAsync($"{play.Path}/report/approve", new { }, stage.Keys.Administrator)).Must(200);
        stage.Tally.Count("classReportsApproved");
    }

    private static object Form(ClassPlay play, string? note, long more = 0)
    {
        string source = play.Story.StreamId == OfficePlan.Members ? "kinh-phi-don-vi" : "kinh-phi-su-nghiep";
        return new
        {
            Results = "Lớp tập huấn hoàn thành đủ nội dung, học viên tham gia nghiêm túc.",
            Contents = "Các chuyên đề theo thông báo mở lớp.",
            Materials = "Bộ tài liệu khung, 50 bộ.",
            Trainers = "Báo cáo viên Văn phòng Điều phối nông thôn mới huyện.",
            Spent = new[] { new { SourceId = source, Amount = 11_500_000 + play.Story.Number * 125_000 + more } },
            Difficulties = play.Story.Has(Twist.Flooded) ? "Lớp bị gián đoạn do lũ." : null,
            Proposals = "Tăng thời lượng thực hành tại mô hình.",
            DifferenceNote = note,
        };
    }
}
