using System.Text.Json;
using NtmServerless.Rehearsal.Cast;
using NtmServerless.Rehearsal.Host;
using NtmServerless.Rehearsal.Papers;
using NtmServerless.Rehearsal.Year;

namespace NtmServerless.Rehearsal.Scenes;

/// <summary>The days of a class: attendance by session, people at the door, the signed sheets and the photos.</summary>
internal sealed class Holding(Stage stage, Filing filing)
{
    private const int LateSheetDays = 9;

    /// <param name="firstSession">Number of the first session that these days hold.</param>
    public void PutDown(ClassPlay play, DateOnly first, int firstSession, int days)
    {
        for (int day = 0; day < days; day++)
        {
            DateOnly date = first.AddDays(day);
            int session = firstSession + day * 2;
            bool opening = session == 1;
            stage.Agenda.Add(Moment.On(date, 7, 50), Work.Holding, () => AttendAsync(play, session, opening));
            stage.Agenda.Add(Moment.On(date, 13, 50), Work.Holding, () => AttendAsync(play, session + 1, false));
            stage.Agenda.Add(Moment.On(date, 17, 20), Work.Holding, () => PhotographAsync(play, session));
            stage.Agenda.Add(
                Moment.On(play.Story.Has(Twist.LateSheet) ? date.AddDays(LateSheetDays) : date, 17, 30), Work.Holding,
                () => HandInAsync(play, session));
        }

        bool over = !play.Story.Has(Twist.Flooded) || firstSession > 1;
        if (over) filing.PutDown(play, first.AddDays(days - 1));
    }

    private async Task AttendAsync(ClassPlay play, int session, bool opening)
    {
        string key = stage.Keys[play.Story.HostUnitId];
        if (opening)
        {
            for (int i = 0; i < play.Story.WalkIns; i++) await WalkInAsync(play, session, key);
        }

        Answer roster = (await stage.Client.GetAsync($"{play.Path}/registrations", key)).Must(200);
        JsonElement[] lines = [.. roster.Json.GetProperty("lines").EnumerateArray().Where(IsExpected).OrderBy(l => l.GetProperty("sequence").GetInt32())];
        var marks = lines.Select(l => new { code = l.GetProperty("code").GetString(), mark = Mark(play, opening && IsWalkIn(l)) }).ToArray();
        Answer count = (await stage.Client.PostAsync($"{play.Path}/sessions/{session}/attendance", new { marks }, key)).Must(200);
        play.Present[session] = count.Json.GetProperty("present").GetInt32() + count.Json.GetProperty("walkIns").GetInt32();
        stage.Tally.Count("sessionsHeld");
        stage.Tally.Count("marks", marks.Length);
    }

    private async Task WalkInAsync(ClassPlay play, int session, string key)
    {
        Person person = play.Casting.Next(play.Story.HostUnitId);
        JsonElement receipt = (await stage.Client.PostAsync($"{play.Path}/sessions/{session}/walk-ins", person.Form(), key)).Must(201).Json;
        stage.Tally.WalkIns.Add(new Acknowledged(
            play.ClassId, receipt.GetProperty("code").GetString()!, receipt.GetProperty("sequence").GetInt32(), "walkIn"));
        stage.Tally.Count("walkIns");
    }

    private async Task PhotographAsync(ClassPlay play, int session)
    {
        int seed = stage.Seed + play.Story.Number * 100 + session;
        await UploadAsync(play, Photo.Jpeg(seed), "lop-hoc.jpg", "photo", session);
        await UploadAsync(play, play.Story.Number % 3 == 0 ? Photo.Png(seed) : Photo.Jpeg(seed + 1), "toan-canh.jpg", "photo", session + 1);
    }

    // The paper of the morning is scanned as PDF, that of the afternoon photographed.
    private async Task HandInAsync(ClassPlay play, int session)
    {
        int missed = play.Story.Has(Twist.SheetDiffers) ? 2 : 0;
        int morning = play.Present[session] - missed, afternoon = play.Present[session + 1];
        int seed = stage.Seed + play.Story.Number * 10 + session;
        await UploadAsync(play, SignedSheet.Pdf($"Danh sách ký, lớp {play.Story.Number}, buổi {session}", morning, seed), "buoi-sang.pdf", "signedSheet", session, morning);
        await UploadAsync(play, SignedSheet.Jpeg($"Danh sách ký, lớp {play.Story.Number}, buổi {session + 1}", afternoon, seed + 1), "buoi-chieu.jpg", "signedSheet", session + 1, afternoon);
    }

    private async Task UploadAsync(ClassPlay play, byte[] file, string name, string kind, int session, int? signatures = null)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal) { ["kind"] = kind, ["session"] = $"{session}" };
        if (signatures is { } count) fields["signatures"] = $"{count}";
        Answer stored = (await stage.Client.UploadAsync($"{play.Path}/evidence", file, name, fields, stage.Keys[play.Story.LeadUnitId])).Must(201);
        stage.Tally.Evidence.Add((play.ClassId, stored.Text("sha256")));
        stage.Tally.Count("evidenceFiles");
        stage.Tally.Count("evidenceBytes", file.Length);
    }

    // Nine of ten come; half of those who do not have said so. Who stands at the door is there.
    private static string Mark(ClassPlay play, bool atTheDoor)
    {
        int luck = play.Random.Next(100);
        return atTheDoor || luck < 91 ? "present" : luck < 96 ? "excused" : "absent";
    }

    private static bool IsExpected(JsonElement line) => line.GetProperty("status").GetString() is "confirmed" or "walkIn";

    private static bool IsWalkIn(JsonElement line) => line.GetProperty("status").GetString() == "walkIn";
}
