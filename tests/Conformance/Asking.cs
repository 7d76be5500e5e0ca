using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using NtmServerless.Testing;

namespace NtmServerless.Conformance;

/// <summary>Short words for requests and their bodies.</summary>
internal static class Asking
{
    public static Task<Answer> Get(this Api api, string path, params (string Name, string Value)[] headers) => api.SendAsync(HttpMethod.Get, path, null, headers);

    public static Task<Answer> Head(this Api api, string path) => api.SendAsync(HttpMethod.Head, path, null);

    public static Task<Answer> Do(this Api api, string method, string path) => api.SendAsync(new HttpMethod(method), path, null);

    public static Task<Answer> Post(this Api api, string path, HttpContent? body, params (string Name, string Value)[] headers) =>
        api.SendAsync(HttpMethod.Post, path, body, headers);

    public static HttpContent Json(string text) => Api.JsonBody(text);

    public static HttpContent Json(object value) => Api.JsonBody(System.Text.Json.JsonSerializer.Serialize(value, Api.Json));

    public static HttpContent Form(params (string Name, string Value)[] fields) => new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    public static HttpContent Typed(string type, string text) => Typed(type, Encoding.UTF8.GetBytes(text));

    public static HttpContent Typed(string type, byte[] body)
    {
        ByteArrayContent content = new(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    /// <summary>The same without telling its length beforehand.</summary>
    public static HttpContent Chunked(HttpContent content)
    {
        ChunkedContent chunked = new(content);
        chunked.Headers.ContentType = content.Headers.ContentType;
        return chunked;
    }

    /// <summary>Signed papers (PDF) of so many bytes.</summary>
    public static MultipartFormDataContent Scans(params int[] bytes)
    {
        MultipartFormDataContent form = [];
        foreach (int size in bytes) form.Add(new ByteArrayContent(Pdf(size)), "file", "ban-ky.pdf");
        return form;
    }

    public static byte[] Pdf(int size)
    {
        byte[] file = new byte[size];
        "%PDF-1.4\n"u8.CopyTo(file);
        "%%EOF\n"u8.CopyTo(file.AsSpan(size - 6));
        return file;
    }

    /// <summary>Sends text as it is and gives what comes first, until the other side pauses after <paramref name="until"/>.</summary>
    public static async Task<string> RawAsync(this Api api, string text, string until)
    {
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, api.Address.Port);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")));
        StringBuilder come = new();
        byte[] buffer = new byte[4096];
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(60));
        while (!come.ToString().Contains(until, StringComparison.Ordinal) && await stream.ReadAsync(buffer, limit.Token) is > 0 and var read)
            come.Append(Encoding.UTF8.GetString(buffer, 0, read));
        return come.ToString();
    }

    private sealed class ChunkedContent(HttpContent of) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => of.CopyToAsync(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
