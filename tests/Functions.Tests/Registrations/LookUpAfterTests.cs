using System.Net;
using Xunit;

namespace NtmServerless.Functions.Tests.Registrations;

/// <summary>A code finds its registration also when the class is over.</summary>
public sealed class LookUpAfterTests(RunningApp app, HeldClass held) : IClassFixture<HeldClass>
{
    private readonly Api _visitor = app.Visitor();

    [Fact]
    public async Task LookUp_AfterTheClass_SaysHowOftenOneCame()
    {
        Assert.Contains("Đã học xong, chưa có kết quả điểm danh", await LookUpAsync(held.Codes[1], "1962"), StringComparison.Ordinal);
        foreach ((int session, string mark) in ((int, string)[])[(1, "present"), (2, "absent")])
            (await app.Administrator.PostAsync($"/api/classes/{held.Id}/sessions/{session}/attendance",
                new { marks = new[] { new { code = held.Codes[0], mark } } })).Must(HttpStatusCode.OK);

        string page = await LookUpAsync(held.Codes[0], "1961");
        Assert.Contains("Đã dự 1/2 buổi", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        // Others' marks are nobody else's.
        Assert.Contains("Đã học xong, chưa có kết quả điểm danh", await LookUpAsync(held.Codes[2], "1963"), StringComparison.Ordinal);
    }

    private async Task<string> LookUpAsync(string code, string birthYear)
    {
        Answer found = await _visitor.SendFormAsync("/tra-cuu", ("code", code), ("birthYear", birthYear));
        return (await _visitor.PageAsync(found.Must(HttpStatusCode.SeeOther).Headers.Location!.OriginalString)).MainPart();
    }
}
