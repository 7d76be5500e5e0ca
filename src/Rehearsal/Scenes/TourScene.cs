using NtmServerless.Domain.Units;
using NtmServerless.Rehearsal.Cast;
using NtmServerless.Rehearsal.Office;
using NtmServerless.Rehearsal.Year;

namespace NtmServerless.Rehearsal.Scenes;

/// <summary>The study tour of quarter III: 33 are named, one withdraws, 32 travel.</summary>
internal sealed class TourScene(Stage stage)
{
    private const int Named = 33;
    private static readonly string[] Positions = ["Chủ tịch UBND xã", "Phó Chủ tịch UBND xã", "Công chức địa chính - nông nghiệp", "Trưởng ban Phát triển thôn"];

    private readonly Random _random = new(stage.Seed + 77);
    private string _path = "";

    public void PutDown()
    {
        Add(new(2024, 6, 19), 9, PlanAsync);
        Add(new(2024, 7, 1), 9, AnnounceAsync);
        for (int week = 0; week < 3; week++)
        {
            int from = week * Named / 3, to = (week + 1) * Named / 3;
            Add(new DateOnly(2024, 7, 8).AddDays(week * 7), 14, () => NameAsync(from, to));
        }

        Add(new(2024, 8, 12), 10, WithdrawAsync);
        Add(new(2024, 8, 27), 10, ReportAsync);
        void Add(DateOnly day, int hour, Func<Task> what) => stage.Agenda.Add(Moment.On(day, hour), Work.Tours, what);
    }

    private async Task PlanAsync()
    {
        string id = (await stage.Client.PostAsync(
            $"api/plans/{stage.Plan.Id}/tours", new { plannedTourId = stage.Plan.StudyTours[0].Id }, stage.Keys[OfficePlan.Office])).Must(201).Text("id");
        _path = $"api/plans/{stage.Plan.Id}/tours/{id}";
    }

    private async Task AnnounceAsync() => (await stage.Client.PostAsync($"{_path}/announce", new
    {
        Destination = "Các xã nông thôn mới kiểu mẫu của một huyện tỉnh bạn",
        DepartsOn = new DateOnly(2024, 8, 21),
        ReturnsOn = new DateOnly(2024, 8, 23),
        NominationsCloseAt = Moment.On(new(2024, 8, 5), 17),
    }, stage.Keys[OfficePlan.Office])).Must(200);

    private async Task NameAsync(int from, int to)
    {
        Unit[] units = [.. stage.Plan.Units.Where(u => u.IsCommuneLevel || u.Kind is UnitKind.CultureOffice or UnitKind.MediaCentre or UnitKind.SocioPoliticalOrganisation)];
        for (int i = from; i < to; i++)
        {
            Unit unit = units[i % units.Length];
            (string name, _) = Names.Draw(_random, woman: i % 3 == 0);
            string position = unit.IsCommuneLevel ? Positions[(i + i / units.Length) % Positions.Length] : $"Lãnh đạo {unit.ShortName}";
            (await stage.Client.PostAsync(
                $"{_path}/members", new { FullName = name, Position = position, UnitId = unit.Id, Phone = (string?)null }, stage.Keys[unit.Id])).Must(201);
            stage.Tally.Count("tourMembersNamed");
        }
    }

    private async Task WithdrawAsync()
    {
        System.Text.Json.JsonElement members = (await stage.Client.GetAsync(_path, stage.Keys[OfficePlan.Office])).Must(200).Json.GetProperty("members");
        string? withdrawing = members.EnumerateArray().OrderBy(m => m.GetProperty("fullName").GetString(), StringComparer.Ordinal)
            .ThenBy(m => m.GetProperty("unitId").GetString(), StringComparer.Ordinal).First().GetProperty("code").GetString();
        (await stage.Client.PostAsync($"{_path}/members/{withdrawing}/remove", new { }, stage.Keys[OfficePlan.Office])).Must(200);
        stage.Tally.Count("tourMembersWithdrawn");
    }

    private async Task ReportAsync()
    {
        (await stage.Client.PostAsync($"{_path}/report", new
        {
            Results = "Đoàn đã học tập kinh nghiệm xây dựng khu dân cư kiểu mẫu và sản phẩm OCOP.",
            Travelled = Named - 1,
            Spent = new[] { new { SourceId = "kinh-phi-su-nghiep", Amount = 86_400_000L } },
        }, stage.Keys[OfficePlan.Office])).Must(200);
        stage.Tally.Count("toursReported");
    }
}
