using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace NtmServerless.Functions.Tests.Post;

/// <summary>What the gateway got.</summary>
internal sealed record GatewayCall(string Body, string? Signature, string? Key)
{
    public JsonNode Json => JsonNode.Parse(Body)!;
}

/// <summary>A gateway for text messages, on this machine; answers as it is told, 200 when it is told nothing.</summary>
internal sealed class Gateway : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public Gateway()
    {
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/tin";

    public ConcurrentQueue<GatewayCall> Calls { get; } = new();

    /// <summary>Statuses of the next answers; 0 hangs up without one.</summary>
    public ConcurrentQueue<int> Answers { get; } = new();

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient caller = await _listener.AcceptTcpClientAsync();
                await AnswerAsync(caller.GetStream());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The tests are over.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        List<byte> head = [];
        byte[] one = new byte[1];
        while (!(head is [.., 13, 10, 13, 10]) && await stream.ReadAsync(one) == 1) head.Add(one[0]);
        Dictionary<string, string> headers = Encoding.ASCII.GetString([.. head]).Split("\r\n").Skip(1).Where(l => l.Contains(':', StringComparison.Ordinal))
            .ToDictionary(l => l[..l.IndexOf(':', StringComparison.Ordinal)], l => l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim(), StringComparer.OrdinalIgnoreCase);
        byte[] body = new byte[int.Parse(headers["Content-Length"], CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body);
        Calls.Enqueue(new GatewayCall(Encoding.UTF8.GetString(body), headers.GetValueOrDefault("X-Ntm-Signature"), headers.GetValueOrDefault("Idempotency-Key")));
        int status = Answers.TryDequeue(out int told) ? told : 200;
        if (status > 0) await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} -\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
    }
}
