using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NtmServerless.Functions.Tests.Faults;
using Xunit;

namespace NtmServerless.Functions.Tests.SystemStatus;

/// <summary>With the setting the app's figures reach an OTLP receiver; without it nothing of it is there.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Figures_WithAnEndpoint_ReachIt()
    {
        using TcpListener receiver = new(IPAddress.Loopback, 0);
        receiver.Start();
        ConcurrentQueue<string> received = new();
        _ = ServeAsync(receiver, received);
        await using OwnApp app = new(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", $"http://127.0.0.1:{((IPEndPoint)receiver.LocalEndpoint).Port}"),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "500"));
        await app.StartAsync();
        string id = await app.Administrator.OpenClassAsync();
        await app.Administrator.RegisteredAsync(id, SampleClass.Person(1));

        foreach (string figure in (string[])["ntm.registrations", "storage.requests", "ntm.outbox.waiting"])
            await Eventually.TrueAsync(
                () => Task.FromResult(received.Any(r => r.StartsWith("POST /v1/metrics", StringComparison.Ordinal) && r.Contains(figure, StringComparison.Ordinal))),
                TimeSpan.FromSeconds(30), figure + " arrives");
    }

    private static async Task ServeAsync(TcpListener receiver, ConcurrentQueue<string> received)
    {
        try
        {
            while (true) _ = AnswerAsync(await receiver.AcceptTcpClientAsync(), received);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    // Metric names stand in a protobuf message as plain text. One answer a connection is enough.
    private static async Task AnswerAsync(TcpClient client, ConcurrentQueue<string> received)
    {
        using (client)
        {
            NetworkStream stream = client.GetStream();
            List<byte> head = [];
            byte[] one = new byte[1];
            while (head is not [.., 13, 10, 13, 10] && await stream.ReadAsync(one) == 1) head.Add(one[0]);
            string text = Encoding.ASCII.GetString([.. head]);
            int length = text.Split("\r\n").Where(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                .Select(l => int.Parse(l[15..], CultureInfo.InvariantCulture)).FirstOrDefault();
            byte[] body = new byte[length];
            await stream.ReadExactlyAsync(body);
            received.Enqueue(text + Encoding.Latin1.GetString(body));
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
        }
    }
}
