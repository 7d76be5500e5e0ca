using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using Xunit;

namespace NtmServerless.Functions.Tests.Post;

/// <summary>Nothing leaves the house in the clear, or to a server that nobody vouches for.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("mail.example.vn", null, "a@example.vn", null)]
    [InlineData("mail.example.vn", "tls", "a@example.vn", null)]
    [InlineData("127.0.0.1", "None", "a@example.vn", null)]
    [InlineData("localhost", "none", "a@example.vn", null)]
    [InlineData("mail.example.vn", "None", "a@example.vn", "smtp-in-the-clear")]
    [InlineData("localhost.example.vn", "None", "a@example.vn", "smtp-in-the-clear")]
    [InlineData("mail.example.vn", "maybe", "a@example.vn", "smtp-security")]
    [InlineData("mail.example.vn", "7", "a@example.vn", "smtp-security")]
    [InlineData("mail.example.vn", null, null, "smtp-from")]
    [InlineData("mail.example.vn", null, "a@example.vn\r\nBcc: b@example.vn", "smtp-from")]
    public void Mail_SetUpLikeThis_IsOnOrSaysWhatIsWrong(string host, string? security, string? from, string? problem)
    {
        MailSettings settings = MailSettings.Read(Configured(("Smtp:Host", host), ("Smtp:Security", security), ("Smtp:From", from)));
        Assert.Equal((problem, problem is null), (settings.Problem, settings.IsOn));
    }

    [Theory]
    [InlineData("https://cong.example.vn/tin", "0123456789abcdef", null)]
    [InlineData("http://127.0.0.1:8080/tin", "0123456789abcdef", null)]
    [InlineData("http://cong.example.vn/tin", "0123456789abcdef", "webhook-url")]
    [InlineData("file:///tin", "0123456789abcdef", "webhook-url")]
    [InlineData("https://cong.example.vn/tin", "ngan", "webhook-secret")]
    [InlineData("https://cong.example.vn/tin", null, "webhook-secret")]
    public void Webhook_SetUpLikeThis_IsOnOrSaysWhatIsWrong(string url, string? secret, string? problem)
    {
        WebhookSettings settings = WebhookSettings.Read(Configured(("MessageWebhook:Url", url), ("MessageWebhook:Secret", secret)));
        Assert.Equal((problem, problem is null), (settings.Problem, settings.IsOn));
    }

    [Fact]
    public void Settings_WithoutAny_AreOffAndRight()
    {
        Assert.Equal((null, false), (MailSettings.Read(Configured()).Problem, MailSettings.Read(Configured()).IsOn));
        Assert.Equal((null, false), (WebhookSettings.Read(Configured()).Problem, WebhookSettings.Read(Configured()).IsOn));
    }

    [Theory]
    [InlineData(true, "StartTls")]
    [InlineData(false, "StartTls")]
    [InlineData(true, "None")]
    public async Task Letter_ToAServerWithoutATrustedCertificate_StaysHereUnlessItIsThisMachine(bool offersTls, string security)
    {
        await using SmtpServer server = await SmtpServer.StartAsync(offersTls);
        MailSettings settings = MailSettings.Read(Configured(
            ("Smtp:Host", "127.0.0.1"), ("Smtp:Port", $"{server.Port}"), ("Smtp:Security", security), ("Smtp:From", "a@example.vn")));
        await using MailCarrier carrier = new(settings, NullLogger.Instance);

        AttemptResult result = await carrier.SendAsync(Message, new Letter("b@example.vn", "Thử", "Nội dung", []), TestContext.Current.CancellationToken);

        Assert.Equal(security == "None" ? AttemptOutcome.Accepted : AttemptOutcome.Deferred, result.Outcome);
        if (security == "None")
            await Eventually.TrueAsync(() => Task.FromResult(server.Letters.Count == 1), TimeSpan.FromSeconds(20), "the letter is there");
        else
            Assert.Empty(server.Letters);
    }

    [Fact]
    public async Task Letter_WithDocuments_CarriesThemUnderTheirNames()
    {
        await using SmtpServer server = await SmtpServer.StartAsync();
        MailSettings settings = MailSettings.Read(Configured(
            ("Smtp:Host", "127.0.0.1"), ("Smtp:Port", $"{server.Port}"), ("Smtp:Security", "None"), ("Smtp:From", "a@example.vn")));
        byte[] content = [80, 75, 3, 4, 0, 255];
        Letter letter = new("b@example.vn", "Báo cáo\r\nBcc: x@example.vn", "Nội dung",
            [new LetterAttachment("Báo cáo tháng 4.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", content)]);
        await using (MailCarrier carrier = new(settings, NullLogger.Instance))
            Assert.Equal(AttemptResult.Accepted, await carrier.SendAsync(Message, letter, TestContext.Current.CancellationToken));

        await Eventually.TrueAsync(() => Task.FromResult(server.Letters.Count == 1), TimeSpan.FromSeconds(20), "the letter is there");
        using MimeMessage mail = await MimeMessage.LoadAsync(
            new MemoryStream(System.Text.Encoding.UTF8.GetBytes(server.Letters.Single().Text)), TestContext.Current.CancellationToken);
        MimePart part = Assert.IsType<MimePart>(Assert.Single(mail.Attachments));
        using MemoryStream decoded = new();
        await part.Content!.DecodeToAsync(decoded, TestContext.Current.CancellationToken);
        Assert.Equal("Báo cáo tháng 4.docx", part.FileName);
        Assert.Equal(content, decoded.ToArray());
        Assert.Empty(mail.Bcc);
        Assert.Equal(MailCarrier.MessageId(Message, settings.From!), mail.MessageId);
    }

    private static OutgoingMessage Message { get; } = new()
    {
        Id = "b-00-u-a-0",
        PlanId = new("p"),
        Batch = "b",
        Notice = 0,
        Kind = NoticeKind.PeriodicReportIssued,
        About = new PostSubject(PostSubjectKind.Report, "r"),
        Channel = MessageChannel.Email,
        PostedAt = new DateTimeOffset(2024, 4, 1, 0, 0, 0, TimeSpan.Zero),
    };

    private static IConfiguration Configured(params (string Name, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Where(s => s.Value is not null).ToDictionary(s => s.Name, s => s.Value)).Build();
}
