using System.Security.Cryptography;
using System.Text;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace NtmServerless.Functions.Post;

/// <summary>Takes letters to the mail server, over one connection as long as it holds.</summary>
public sealed class MailCarrier(MailSettings settings, ILogger log) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private SmtpClient? _client;

    /// <summary>Stable over all attempts, so that a mail server or reader can tell a repeat.</summary>
    public static string MessageId(OutgoingMessage message, MailboxAddress from) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{message.PlanId}|{message.Id}")))[..40]}@{from.Domain}";

    public Task<AttemptResult> SendAsync(OutgoingMessage message, Letter letter, CancellationToken cancellation) =>
        SendAsync(letter, MessageId(message, settings.From!), message.PostedAt, cancellation);

    /// <summary>A letter that is no message of the post: tried once, kept nowhere.</summary>
    public Task<AttemptResult> SendOnceAsync(Letter letter, DateTimeOffset now, CancellationToken cancellation) =>
        SendAsync(letter, $"{Guid.NewGuid():N}@{settings.From!.Domain}", now, cancellation);

    private async Task<AttemptResult> SendAsync(Letter letter, string messageId, DateTimeOffset date, CancellationToken cancellation)
    {
        ContentWatch watch = new();
        try
        {
            SmtpClient client = await ConnectAsync(cancellation);
            using MimeMessage mail = Compose(letter, messageId, date);
            await client.SendAsync(mail, cancellation, watch);
            return AttemptResult.Accepted;
        }
        catch (SmtpCommandException e)
        {
            await HangUpAsync();
            bool isFinal = (int)e.StatusCode is >= 500 and < 600 && e.ErrorCode != SmtpErrorCode.UnexpectedStatusCode;
            return new AttemptResult(isFinal ? AttemptOutcome.Refused : AttemptOutcome.Deferred, $"{(int)e.StatusCode} {e.Message}");
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            await HangUpAsync();
            PostLog.MailFailed(log, FailureTrace.Of(e));
            return new AttemptResult(watch.Began ? AttemptOutcome.Unknown : AttemptOutcome.Deferred, e.Message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is { IsConnected: true } client)
        {
            try
            {
                await client.DisconnectAsync(quit: true);
            }
            catch (Exception e) when (e is IOException or ProtocolException or OperationCanceledException or TimeoutException)
            {
                // Everything was said; the server may go without a good-bye.
            }
        }

        _client?.Dispose();
    }

    private async Task<SmtpClient> ConnectAsync(CancellationToken cancellation)
    {
        if (_client is { IsConnected: true } connected) return connected;
        _client?.Dispose();
        _client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds, CheckCertificateRevocation = settings.CheckRevocation };
        SecureSocketOptions security = settings.Security switch
        {
            MailSecurity.StartTls => SecureSocketOptions.StartTls,
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.None,
        };
        await _client.ConnectAsync(settings.Host!, settings.Port, security, cancellation);
        if (settings.User is { } user) await _client.AuthenticateAsync(user, settings.Password ?? "", cancellation);
        return _client;
    }

    private MimeMessage Compose(Letter letter, string messageId, DateTimeOffset date)
    {
        BodyBuilder body = new() { TextBody = letter.Body };
        foreach (LetterAttachment attachment in letter.Attachments)
            body.Attachments.Add(attachment.Name, attachment.Content, ContentType.Parse(attachment.MediaType));
        MimeMessage mail = new([settings.From!], [MailboxAddress.Parse(letter.To)], "", body.ToMessageBody())
        {
            MessageId = messageId,
            Date = date.ToOffset(VietnamTime.Offset),
        };
        mail.Headers.Replace(SubjectHeader.Of(letter.Subject));
        // Nobody's holiday answers to the office's own machine.
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }

    private async Task HangUpAsync()
    {
        await DisposeAsync();
        _client = null;
    }

    // Once content goes out, a connection that is lost leaves open whether the server took it.
    private sealed class ContentWatch : ITransferProgress
    {
        public bool Began { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => Began = true;

        public void Report(long bytesTransferred) => Began = true;
    }
}
