using System.Net;
using Xunit;

namespace NtmServerless.Functions.Tests.FirstSteps;

/// <summary>A new office is led through its first steps, and is left alone once they are done.</summary>
public sealed class FirstStepsPageTests(RunningApp app)
{
    private const string Note = "id=\"buoc-dau\"";

    [Fact]
    public async Task Steps_OfANewOffice_AreShown_SetAside_AndGoneWhenDone()
    {
        await using OwnApp own = new();
        await own.StartAsync();
        using SignedIn office = await SignedIn.MakeAsync(own.Administrator, "administrator", TestPlan.Office);
        using SignedIn commune = await SignedIn.MakeAsync(own.Administrator, "commune", TestPlan.Commune);
        string home = (await office.GetAsync("/can-bo")).Must(HttpStatusCode.OK).Text;
        Assert.Contains(Note, home, StringComparison.Ordinal);
        Assert.Contains("href=\"/can-bo/ke-hoach/van-phong\"", home.MainPart(), StringComparison.Ordinal);
        Assert.DoesNotContain(Note, (await commune.GetAsync("/can-bo")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await commune.GetAsync("/can-bo/buoc-dau")).Status);

        (await office.PostFormAsync("/can-bo/ke-hoach/van-phong", [("name", "Huyện Cao Lộc"), ("telephone", "0205 3861 234")])).Must(HttpStatusCode.SeeOther);
        Assert.Contains("Xong 2 trên 7 bước", (await office.GetAsync("/can-bo/buoc-dau")).Text, StringComparison.Ordinal);

        Answer without = await SetAsideAsync(office, "telling", "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.Contains("Hãy điền mục này", without.Text, StringComparison.Ordinal);
        foreach (string step in (string[])["plan", "accounts", "telling", "backup"])
            (await SetAsideAsync(office, step, "Huyện không cần <b>")).Must(HttpStatusCode.SeeOther);
        string page = (await office.GetAsync("/can-bo/buoc-dau")).Text;
        Assert.Contains("Bỏ qua: Huyện không cần &lt;b>", page.Replace("&gt;", ">", StringComparison.Ordinal), StringComparison.Ordinal);

        (await SendAsync(office, [("step", "accounts"), ("again", "true")])).Must(HttpStatusCode.SeeOther);
        Assert.Contains(Note, (await office.GetAsync("/can-bo")).Text, StringComparison.Ordinal);
        (await SetAsideAsync(office, "accounts", "Từng xã tự đăng ký")).Must(HttpStatusCode.SeeOther);
        if ((await office.GetAsync("/can-bo/buoc-dau")).Text.Contains("Lên kế hoạch và thông báo lớp đầu tiên", StringComparison.Ordinal))
            (await SetAsideAsync(office, "firstClass", "Lớp mở sau Tết")).Must(HttpStatusCode.SeeOther);
        Assert.Contains("Mọi bước đã xong", (await office.GetAsync("/can-bo/buoc-dau")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Note, (await office.GetAsync("/can-bo")).Text, StringComparison.Ordinal);
        Assert.Contains("Bỏ qua hoặc xác nhận một bước đầu", (await office.GetAsync("/can-bo/nhat-ky")).Text, StringComparison.Ordinal);

        await CostAsync(own, office);
    }

    [Fact]
    public async Task Step_ThatIsNone_IsRefused()
    {
        using SignedIn office = await app.OfficerAsync("administrator", TestPlan.Office);
        Answer refused = await SetAsideAsync(office, "khong-co", "Vì sao");
        Assert.InRange((int)refused.Status, 400, 422);
    }

    // Once they are done an office at work pays nothing for its beginning: the second look asks the storage as often as a commune's does, or less.
    private static async Task CostAsync(OwnApp own, SignedIn office)
    {
        await office.GetAsync("/can-bo");
        long before = await RequestsAsync(own);
        await office.GetAsync("/can-bo");
        Assert.InRange(await RequestsAsync(own) - before, 0, 5);
    }

    private static async Task<long> RequestsAsync(OwnApp own) => (await own.Administrator.SendAsync(
        HttpMethod.Get, "/admin/host/status", null, ("x-functions-key", own.Process.HostKey))).Json["storageRequests"]!["app"]!.GetValue<long>();

    private static Task<Answer> SetAsideAsync(SignedIn office, string step, string reason) => SendAsync(office, [("step", step), ("reason", reason)]);

    private static async Task<Answer> SendAsync(SignedIn office, (string, string)[] fields) =>
        await office.SendFormAsync("/can-bo/buoc-dau", [.. fields, (SignedIn.TokenField, await office.TokenAsync())]);
}
