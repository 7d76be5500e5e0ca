using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NtmServerless.Functions.Tests.BadInput;

/// <summary>A connection that says exactly what it is told to, well formed or not.</summary>
internal sealed class Raw : IDisposable
{
    private readonly TcpClient _client = new();
    private NetworkStream _stream = null!;

    public static async Task<Raw> ToAsync(Uri address)
    {
        Raw raw = new();
        await raw._client.ConnectAsync(IPAddress.Loopback, address.Port);
        raw._stream = raw._client.GetStream();
        return raw;
    }

    /// <summary>The head of a POST whose body comes in chunks.</summary>
    public Task HeadAsync(string path, string type, params string[] headers) => SendAsync(Encoding.UTF8.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {type}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n"
        + string.Concat(headers.Select(h => h + "\r\n")) + "\r\n"));

    /// <summary>One chunk of the body; false when the other side has closed.</summary>
    public async Task<bool> ChunkAsync(byte[] bytes)
    {
        try
        {
            await SendAsync([.. Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n"), .. bytes, .. "\r\n"u8]);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public async Task SendAsync(byte[] bytes) => await _stream.WriteAsync(bytes);

    /// <summary>What is answered until the other side closes, or breaks off after it began.</summary>
    public async Task<string> AnswerAsync()
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(60));
        StringBuilder come = new();
        byte[] buffer = new byte[16 * 1024];
        try
        {
            while (await _stream.ReadAsync(buffer, limit.Token) is > 0 and var read) come.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
        catch (IOException) when (come.Length > 0)
        {
            // It had answered and does not read the rest.
        }

        return come.ToString();
    }

    public void Dispose() => _client.Dispose();
}
