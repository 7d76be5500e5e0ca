using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NtmServerless.Testing;

namespace NtmServerless.Functions.Tests.Post;

/// <summary>What the gateway got.</summary>
internal sealed record GatewayCall(string Body, string? Signature, string? Key)
{
    public JsonNode Json => JsonNode.Parse(Body)!;
}

/// <summary>A gateway for text messages, on this machine; answers as it is told, 200 when it is told nothing.</summary>
internal sealed class Gateway : IDisposable
{
    private readonly HttpListener _listener = new();

    public Gateway()
    {
        Address = $"http://127.0.0.1:{AzuriteServer.FreePort()}/tin/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public string Address { get; }

    public ConcurrentQueue<GatewayCall> Calls { get; } = new();

    /// <summary>Statuses of the next answers; 0 hangs up without one.</summary>
    public ConcurrentQueue<int> Answers { get; } = new();

    public void Dispose() => ((IDisposable)_listener).Dispose();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext call;
            try
            {
                call = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using StreamReader reader = new(call.Request.InputStream, Encoding.UTF8);
            Calls.Enqueue(new GatewayCall(await reader.ReadToEndAsync(), call.Request.Headers["X-Ntm-Signature"], call.Request.Headers["Idempotency-Key"]));
            int status = Answers.TryDequeue(out int told) ? told : 200;
            if (status == 0)
            {
                call.Response.Abort();
                continue;
            }

            call.Response.StatusCode = status;
            call.Response.Close();
        }
    }
}
