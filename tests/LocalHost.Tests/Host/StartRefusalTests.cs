using NtmServerless.LocalHost.Startup;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

public sealed class StartRefusalTests : IDisposable
{
    private const string Unknown = """{"name":"Queue","bindings":[{"type":"queueTrigger","name":"q"}]}""";

    private readonly TemporaryFolder _app = new(), _data = new();

    public void Dispose()
    {
        _app.Dispose();
        _data.Dispose();
    }

    [Theory]
    [InlineData("SlashRoute /", "begins with '/'")]
    [InlineData("EmptyRoute ", "Route \"\" is the function's name to the host and nothing to the worker")]
    [InlineData("AdminRoute adminthu", "begins with admin")]
    [InlineData("SameB lop/{ma}|SameA lop/{id}", "SameB (api/lop/{ma}) is never reached: SameA")]
    [InlineData("Home {empty:maxlength(0)?}|Fallback {*x}", "Home (api/{empty:maxlength(0)?}) is never reached: Fallback")]
    [InlineData("BadTemplate lop/{id", "Function BadTemplate")]
    [InlineData("@BadSchedule every day", "\"every day\" is not an NCRONTAB schedule")]
    [InlineData(Unknown, "Function Queue has no trigger that this host knows")]
    public async Task Start_WhenTheOfficialHostWouldNotServeIt_SaysWhy(string functions, string reason)
    {
        Write(functions);

        HostStartException refusal = await Assert.ThrowsAsync<HostStartException>(() => Launch.BuildAsync(RunningHost.Options(_data.Path) with { App = _app.Path }));

        Assert.Equal(HostStartException.WrongUse, refusal.ExitCode);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_data.Path));
    }

    [Theory]
    [InlineData("A lop/{id:int}|B lop/{id}|Z lop/{id}/x")]
    [InlineData("A lop/{id} post|B lop/{id} get")]
    public void Routes_ThatOnlyOverlap_AreServed(string functions)
    {
        Write(functions);
        List<string> refusals = [];

        Http.RouteRefusals.Read(LocalHost.Functions.FunctionCatalog.Read(_app.Path, refusals).Functions, "api", refusals);

        Assert.Empty(refusals);
    }

    [Fact]
    public async Task Program_Refused_EndsWith2AndSaysWhy_AlsoWhereThereIsNoApp()
    {
        (int missing, string nothing) = await AppProcess.RunToEndAsync(new AppOptions { App = _app.Path, Data = _data.Path });
        Write("AdminRoute adminthu");
        (int refused, string why) = await AppProcess.RunToEndAsync(new AppOptions { App = _app.Path, Data = _data.Path });

        Assert.Equal((2, 2), (missing, refused));
        Assert.Contains("Không tìm thấy ứng dụng đã dựng", nothing, StringComparison.Ordinal);
        Assert.Contains("begins with admin", why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7, 1)]
    [InlineData(134, 2)]
    public async Task App_ThatEndsInsteadOfStarting_IsRelayed_WithItsWordsAndItsExitCode_AndACrashTriedTwice(int code, int starts)
    {
        (int exitCode, string said) = await AppProcess.RunToEndAsync(new AppOptions
        {
            App = RunningHost.ProbeApp,
            Data = _data.Path,
            Settings = new Dictionary<string, string> { ["ProbeExit"] = $"{code}", ["Probe"] = _data.Path },
        });

        Assert.Equal(code, exitCode);
        Assert.Equal(starts, new ProbeNotes(_data.Path).All("exit").Length);
        Assert.Contains("ProbeApp không muốn chạy.", said, StringComparison.Ordinal);
        Assert.Contains($"Ứng dụng đã dừng khi khởi động (mã {code})", said, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_data.Path, "azurite.json")));
    }

    /// <summary>functions.metadata as the build writes it: name and route with its method, or @name and schedule, or an entry as it is.</summary>
    private void Write(string functions)
    {
        IEnumerable<string> entries = functions.StartsWith('{') ? [functions] : functions.Split('|').Select(function =>
        {
            string[] words = function.Split(' ');
            string method = words.Length > 2 ? words[2] : "get";
            return words[0][0] == '@'
                ? $$"""{"name":"{{words[0][1..]}}","bindings":[{"type":"timerTrigger","name":"timer","schedule":"{{function[(words[0].Length + 1)..]}}"}]}"""
                : $$"""{"name":"{{words[0]}}","bindings":[{"type":"httpTrigger","name":"req","route":"{{words[1]}}","methods":["{{method}}"]},{"type":"http","name":"$return"}]}""";
        });
        File.WriteAllText(Path.Combine(_app.Path, "functions.metadata"), $"[{string.Join(',', entries)}]");
        File.WriteAllText(Path.Combine(_app.Path, "worker.config.json"), """{"description":{"defaultWorkerPath":"App.dll"}}""");
    }
}
