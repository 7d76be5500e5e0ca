using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace NtmServerless.Testing;

/// <summary>A letter as the mail server took it in.</summary>
public sealed partial record ReceivedLetter(string To, string From, string? User, string Text)
{
    public string MessageId => Id().Match(Text).Groups[1].Value;

    [GeneratedRegex(@"^Message-Id: <([^>]+)>", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Id();
}

/// <summary>A real mail server (npm's smtp-server, pinned in tools/smtp) as a process of its own; tools/smtp/serve.js says how it misbehaves.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SmtpServer(bool tls)
    {
        string script = Path.Combine(Folder, "serve.js");
        _process = new Process { StartInfo = new ProcessStartInfo("node", tls ? [script, "tls"] : [script]) { RedirectStandardOutput = true, RedirectStandardError = true } };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private static string Folder => Path.Combine(AzuriteServer.RepositoryRoot(), "tools", "smtp");

    /// <summary>Whether the pinned mail server stands in tools/smtp.</summary>
    public static bool IsInstalled => Directory.Exists(Path.Combine(Folder, "node_modules", "smtp-server"));

    public int Port => _port.Task.Result;

    /// <summary>Every letter whose content came in whole, also those that were not answered.</summary>
    public ConcurrentQueue<ReceivedLetter> Letters { get; } = new();

    /// <param name="tls">Offers STARTTLS, with a certificate that nobody vouches for.</param>
    public static async Task<SmtpServer> StartAsync(bool tls = false)
    {
        Assert.SkipUnless(IsInstalled, "The mail server is not installed: run ./test.sh with a network once, or npm ci in tools/smtp.");
        SmtpServer server = new(tls);
        await server._port.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return server;
    }

    public IReadOnlyList<ReceivedLetter> LettersTo(string address) => [.. Letters.Where(l => l.To == address)];

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null || JsonNode.Parse(line) is not { } said) return;
        if (said["port"] is { } port) _port.TrySetResult(port.GetValue<int>());
        else Letters.Enqueue(new ReceivedLetter(
            said["to"]![0]!.GetValue<string>(), said["from"]!.GetValue<string>(), said["user"]?.GetValue<string>(), said["text"]!.GetValue<string>()));
    }
}
