using System.Net;

namespace NtmServerless.Browser.Tests.Year;

/// <content>What the office wrote: announcements, an invitation, a report; one signed, one withdrawn.</content>
internal sealed partial class YearSeed
{
    private async Task WriteDocumentsAsync()
    {
        _year["document"] = await DocumentAsync("registering", new { kind = "announcement", numbering = "register", signerName = "Vi Thị Mẫu", signerCapacity = "CHỦ TỊCH" });
        _year["withdrawn-document"] = await DocumentAsync("registering", new { kind = "invitation", addressee = "UBND xã Hợp Thành", people = 5 });
        await DocumentAsync("registering", new { kind = "participants" });
        await DocumentAsync("closed", new { kind = "classReport" });
        (await office.PostAsync(PlanPath + "/documents/plan", new { })).Must(HttpStatusCode.Created);
        await UploadAsync($"{PlanPath}/documents/{_year["document"]}/signed", TestFiles.Pdf("da ky"), "da-ky.pdf");
        await OkAsync($"{PlanPath}/documents/{_year["withdrawn-document"]}/withdraw", new { reason = "Ghi nhầm đơn vị được mời." });
        _year["document-unit"] = Text((await office.GetAsync($"/api/classes/{_year["registering"]}")).Json, "leadUnitId");
    }

    private async Task<string> DocumentAsync(string name, object form) => Text(await CreatedAsync($"/api/classes/{_year[name]}/documents", form), "id");
}
