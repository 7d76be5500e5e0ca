using System.Net;
using Xunit;

namespace NtmServerless.Functions.Tests.SystemStatus;

/// <summary>What runs can be read wherever somebody asks.</summary>
public sealed class VersionTests(RunningApp app)
{
    [Fact]
    public async Task Version_OfTheApp_IsTheSameEverywhere()
    {
        string version = (await app.Public.GetAsync("/api/health")).Must(HttpStatusCode.OK).Json.Text("version");
        Assert.Equal(AppVersion.Number, version);
        Assert.Equal(AppVersion.Commit, (await app.Public.GetAsync("/api/health")).Json.Text("commit"));
        Assert.Equal(version, (await app.Public.GetAsync("/api/openapi.json")).Json["info"].Text("version"));
        Assert.Contains(version, await app.Administrator.OpenAsync("/can-bo/he-thong"), StringComparison.Ordinal);
        Assert.Contains($"Phiên bản:           {version}", app.Process.Output, StringComparison.Ordinal);
        Assert.Contains($": version {version}, commit", app.Process.Output, StringComparison.Ordinal);
    }
}
