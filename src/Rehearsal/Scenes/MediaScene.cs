using NtmServerless.Domain.Units;
using NtmServerless.Rehearsal.Office;
using NtmServerless.Rehearsal.Year;

namespace NtmServerless.Rehearsal.Scenes;

/// <summary>A year of communication work: loudspeakers of the communes, news of the media centre, the district's web page.</summary>
internal sealed class MediaScene(Stage stage)
{
    private static readonly string[] Subjects =
    [
        "Mười chín tiêu chí xã nông thôn mới", "Vườn mẫu và thu nhập của hộ dân", "Phân loại rác tại nguồn", "Sản phẩm OCOP của huyện",
        "Thông báo mở lớp tập huấn", "Gương điển hình hiến đất làm đường", "Chuyển đổi số ở thôn bản", "Phong trào “Cao Lộc chung sức xây dựng nông thôn mới”",
    ];

    private readonly Random _random = new(stage.Seed + 55);

    public void PutDown()
    {
        foreach (int month in Enumerable.Range(1, 12))
        {
            Unit[] communes = [.. stage.Plan.Units.Where(u => u.IsCommuneLevel)];
            for (int half = 0; half < 2; half++)
            {
                Unit[] now = [.. communes.Where((_, i) => i % 2 == half)];
                DateOnly day = new(2024, month, half == 0 ? 9 : 11);
                Add(day, 16, async () =>
                {
                    foreach (Unit commune in now) await LogAsync(commune.Id, "broadcast", day, 3 + _random.Next(10));
                });
            }
        }

        for (DateOnly day = new(2024, 1, 4); day < new DateOnly(2024, 12, 19); day = day.AddDays(7)) Weekly(day);
    }

    private void Weekly(DateOnly day)
    {
        int week = day.DayOfYear / 7;
        Add(day, 15, async () =>
        {
            await LogAsync(OfficePlan.Media, week % 4 == 0 ? "article" : "newsItem", day, 1);
            if (week % 8 == 3) await LogAsync(OfficePlan.Media, "feature", day, 1);
            if (week % 2 == 0) await LogAsync(OfficePlan.Culture, "website", day, 1 + _random.Next(3));
            if (week % 13 == 5) await LogAsync(OfficePlan.Culture, "bulletin", day, 1);
            if (week % 12 == 6) await LogAsync("mat-tran-to-quoc", "conference", day, 1);
            if (week % 17 == 9) await LogAsync(OfficePlan.Office, "poster", day, 4 + _random.Next(12));
        });
    }

    private async Task LogAsync(string unitId, string channel, DateOnly date, int count)
    {
        (await stage.Client.PostAsync($"api/plans/{stage.Plan.Id}/communication", new
        {
            Channel = channel,
            Date = date,
            Subject = Subjects[_random.Next(Subjects.Length)],
            Count = count,
        }, stage.Keys[unitId])).Must(201);
        stage.Tally.Count("mediaEntries");
    }

    private void Add(DateOnly day, int hour, Func<Task> what) => stage.Agenda.Add(Moment.On(day, hour), Work.Media, what);
}
