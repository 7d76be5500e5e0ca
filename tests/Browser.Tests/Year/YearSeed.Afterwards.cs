using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace NtmServerless.Browser.Tests.Year;

/// <content>What happens once classes have been held: attendance, evidence, reports, tours, communication work.</content>
internal sealed partial class YearSeed
{
    private async Task HeldAsync(string name)
    {
        await ReachesAsync(name, "reporting");
        await MarkAsync(name, "present", "present", "present", "absent");
        if (name.StartsWith("filing", StringComparison.Ordinal)) return;
        string evidence = $"/api/classes/{_year[name]}/evidence";
        // Four signed and three were marked: the difference has to be explained.
        await UploadAsync(evidence, TestFiles.Pdf(name), "danh-sach.pdf", ("kind", "signedSheet"), ("session", "1"), ("signatures", "4"));
        await UploadAsync(evidence, TestFiles.Png, "anh.png", ("kind", "photo"));
    }

    private async Task MarkAsync(string name, params string[] marks)
    {
        var taken = marks.Select((mark, i) => new { code = _codes[name][i], mark });
        await OkAsync($"/api/classes/{_year[name]}/sessions/1/attendance", new { marks = taken });
    }

    private async Task ReportClassesAsync()
    {
        foreach (string name in (string[])["submitted", "returned", "closed"])
        {
            string report = $"/api/classes/{_year[name]}/report";
            await OkAsync(report, new
            {
                results = "Lớp học đạt yêu cầu, học viên tham gia đầy đủ.",
                contents = "Tổng quan chương trình.",
                trainers = "Bà Lê Thị Mai",
                spent = new[] { new { sourceId = "kinh-phi-su-nghiep", amount = 18_500_000 } },
                differenceNote = "Một người ký nhưng ra về sớm.",
            });
            if (name == "returned") await OkAsync(report + "/return", new { reason = "Bổ sung số liệu kinh phí." });
            if (name == "closed") await OkAsync(report + "/approve");
        }
    }

    private async Task ReportPeriodsAsync()
    {
        (string Name, string From, string To)[] spans =
        [
            ("report", "2024-03-15", "2024-04-14"), ("approved-report", "2024-02-15", "2024-03-14"), ("asked-report", "2024-01-15", "2024-02-14"),
            ("compiled-report", "2024-01-20", "2024-02-14"), ("counted-approval", "2024-01-05", "2024-01-14"), ("counted-return", "2024-01-05", "2024-01-19"),
        ];
        foreach ((string name, string from, string to) in spans)
        {
            JsonNode asked = (await office.PostAsync(PlanPath + "/reports", new { from, to })).Must(HttpStatusCode.Accepted).Json;
            string id = _year[name] = Text(asked, "id");
            await Eventually.TrueAsync(
                async () => (await office.GetAsync($"{PlanPath}/reports/{id}")).Json["owers"]!.AsArray().Count > 0, Limit, $"units are asked for {name}");
            await OkAsync($"{PlanPath}/reports/{id}/answers", new { unitId = "xa-binh-trung", ownClasses = 1, ownPeople = 30, difficulties = "Đường vào thôn sạt lở." });
            if (name == "asked-report") continue;
            await OkAsync($"{PlanPath}/reports/{id}/compile");
            if (name != "compiled-report") await OkAsync($"{PlanPath}/reports/{id}/submit", new { proposals = "Hỗ trợ sửa loa." });
        }

        await OkAsync($"{PlanPath}/reports/{_year["approved-report"]}/approve");
    }

    private async Task CommunicateAsync()
    {
        string[] channels = ["broadcast", "newsItem", "article", "conference", "poster"];
        for (int i = 0; i < 30; i++)
        {
            JsonNode logged = await CreatedAsync(PlanPath + "/communication", new
            {
                unitId = i % 2 == 0 ? "xa-gia-cat" : "phong-van-hoa-thong-tin",
                channel = channels[i % channels.Length],
                date = new DateOnly(2024, 3, 1 + i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                subject = $"Tuyên truyền tiêu chí số {i + 1}",
                count = 1 + i % 4,
            });
            (_year["activity-day"], _year["activity"]) = (Text(logged, "date"), Text(logged, "id"));
        }
    }

    private async Task PlanToursAsync()
    {
        foreach ((string name, string planned) in ((string, string)[])[("planned-tour", "tham-quan-2"), ("tour", "tham-quan-hoc-tap"), ("cancelled-tour", "tham-quan-3")])
            _year[name] = Text(await CreatedAsync(PlanPath + "/tours", new { plannedTourId = planned }), "id");
        string tour = $"{PlanPath}/tours/{_year["tour"]}";
        await OkAsync(tour + "/announce", new
        {
            destination = "Huyện Hữu Lũng, tỉnh Lạng Sơn",
            departsOn = "2024-09-10",
            returnsOn = "2024-09-12",
            nominationsCloseAt = "2024-09-05T17:00:00+07:00",
        });
        for (int i = 0; i < 3; i++)
            await CreatedAsync(tour + "/members", new { fullName = $"Trần Văn Bình {i}", position = "Chủ tịch UBND xã", unitId = "xa-gia-cat", phone = "0987654321" });
        await OkAsync($"{PlanPath}/tours/{_year["cancelled-tour"]}/cancel", new { reason = "Không bố trí được kinh phí." });
    }

    private async Task UploadAsync(string path, byte[] file, string name, params (string Name, string Value)[] fields)
    {
        using MultipartFormDataContent form = [];
        foreach ((string field, string value) in fields) form.Add(new StringContent(value), field);
        form.Add(new ByteArrayContent(file), "file", name);
        (await office.PostAsync(path, form)).Must(HttpStatusCode.Created);
    }
}
