using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Post;

/// <summary>Letters to units, by a real mail server that takes them, defers, refuses and hangs up.</summary>
public sealed class MailTests(PostHouse house) : IClassFixture<PostHouse>
{
    private const string Kind = "classAnnounced";

    [Fact]
    public async Task Letter_ToAUnit_IsDeliveredOnceAndSaysWhatToDo()
    {
        await house.AddressAsync("xa-gia-cat", "ubnd@giacat.example.vn");
        string id = await house.AnnouncedAsync("xa-gia-cat");

        JsonNode message = await house.ReachesAsync(new(id), Kind, "sent");
        await house.AdvanceAsync(TimeSpan.FromDays(2));

        ReceivedLetter letter = Assert.Single(
            house.Mail.LettersTo("ubnd@giacat.example.vn"), l => MimeText(l).Contains("Thông báo mở lớp", StringComparison.Ordinal));
        Assert.False(message["uncertain"]!.GetValue<bool>());
        Assert.Equal(("vpdp@caoloc.example.vn", "ntm"), (letter.From, letter.User));
        Assert.EndsWith("@caoloc.example.vn", letter.MessageId, StringComparison.Ordinal);
        string text = MimeText(letter);
        Assert.Contains("Kính gửi: Ủy ban nhân dân xã Gia Cát", text.Replace("UBND", "Ủy ban nhân dân", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"https://ntm.example.vn/can-bo/lop/{id}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_ThatIsDeferred_IsSentAfterAMinute()
    {
        await house.AddressAsync("xa-hai-yen", "defer@haiyen.example.vn");
        string id = await house.AnnouncedAsync("xa-hai-yen");

        JsonNode waiting = await house.ReachesAsync(new(id), Kind, "waiting");
        Assert.Contains("try again later", waiting.Text("lastError"), StringComparison.Ordinal);
        await house.AdvanceAsync(TimeSpan.FromSeconds(90));

        JsonNode sent = await house.ReachesAsync(new(id), Kind, "sent", attempts: 2);
        Assert.False(sent["uncertain"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Letter_ThatIsRefused_FailsAtOnceAndTheOfficeIsToldOnce()
    {
        await house.AddressAsync("xa-xuat-le", "refuse@xuatle.example.vn");
        string id = await house.AnnouncedAsync("xa-xuat-le");

        JsonNode failed = await house.ReachesAsync(new(id), Kind, "failed");
        await house.AdvanceAsync(TimeSpan.FromDays(3));

        Assert.Contains("550", failed.Text("lastError"), StringComparison.Ordinal);
        Assert.Equal(1, (await house.ReachesAsync(new(id), Kind, "failed")).Number("attempts"));
        JsonNode entry = Assert.Single((await house.Office.GetAsync("/api/plans/caoloc-2024/inbox")).Json.AsArray(),
            e => e!.Text("kind") == "messageFailed" && e!["about"].Text("id") == failed.Text("id"))!;
        Assert.Contains("no such mailbox", entry.Text("detail"), StringComparison.Ordinal);

        // The address is put right, and the same message sent again.
        await house.AddressAsync("xa-xuat-le", "dung@xuatle.example.vn");
        string again = $"/api/plans/caoloc-2024/messages/{failed.Text("id")}/send-again";
        (await house.Office.PostAsync(again)).Must(HttpStatusCode.OK);
        await house.ReachesAsync(new(id), Kind, "sent");
        Assert.Single(house.Mail.LettersTo("dung@xuatle.example.vn"), l => MimeText(l).Contains("Thông báo mở lớp", StringComparison.Ordinal));
        Assert.Equal("message-not-failed", (await house.Office.PostAsync(again)).Problem);
    }

    [Fact]
    public async Task Letter_WhoseConnectionIsLostAfterTheContent_IsUncertainAndGoesAgainUnderTheSameId()
    {
        await house.AddressAsync("xa-loc-yen", "drop@locyen.example.vn");
        string id = await house.AnnouncedAsync("xa-loc-yen");

        JsonNode waiting = await house.ReachesAsync(new(id), Kind, "waiting");
        Assert.True(waiting["uncertain"]!.GetValue<bool>());
        await house.AdvanceAsync(TimeSpan.FromSeconds(90));

        JsonNode sent = await house.ReachesAsync(new(id), Kind, "sent", attempts: 2);
        Assert.True(sent["uncertain"]!.GetValue<bool>());
        string[] ids = [.. house.Mail.LettersTo("drop@locyen.example.vn").Where(l => MimeText(l).Contains("Thông báo mở lớp", StringComparison.Ordinal)).Select(l => l.MessageId)];
        Assert.Equal(2, ids.Length);
        Assert.Single(ids.Distinct());
    }

    [Fact]
    public async Task Letter_WhenTheProcessDiesBeforeItKnows_IsUncertainAndGoesAgainUnderTheSameId()
    {
        const string Address = "hold@caolau.example.vn";
        await house.AddressAsync("xa-cao-lau", Address);
        string id = await house.AnnouncedAsync("xa-cao-lau");
        // The server has the whole letter; its answer never comes.
        await Eventually.TrueAsync(() => Task.FromResult(house.Mail.LettersTo(Address).Count == 1), TimeSpan.FromSeconds(30), "the server has the letter");
        await house.App.Process.KillAsync();
        await house.App.StartAsync();

        JsonNode sent = await house.ReachesAsync(new(id), Kind, "sent", attempts: 2);
        Assert.True(sent["uncertain"]!.GetValue<bool>());
        Assert.Equal(2, house.Mail.LettersTo(Address).Count);
        Assert.Single(house.Mail.LettersTo(Address).Select(l => l.MessageId).Distinct());
    }

    // Header and body, decoded: enough MIME for letters of our own.
    private static string MimeText(ReceivedLetter letter)
    {
        using MimeKit.MimeMessage mail = MimeKit.MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(letter.Text)));
        return $"{mail.Subject}\n{mail.TextBody}";
    }
}
