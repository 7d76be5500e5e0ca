namespace NtmServerless.Functions.Post;

/// <summary>What an office decides about its notices.</summary>
public sealed class NoticeActs(NoticeSettingStore records, LetterWords words, AuditTrail audit, VietnameseTexts texts, TimeProvider time)
{
    /// <summary>Stored names of what is filled in, with those that an office uses.</summary>
    public IReadOnlyDictionary<string, string> Names(NoticeKind kind) =>
        kind.Placeholders().Concat(!kind.TellsPeople() ? [] : kind switch
        {
            NoticeKind.ClassMessage => ["name", "code", "text"],
            _ when kind.About() == PostSubjectKind.Class => ["name", "code"],
            _ => (string[])["name"],
        })
            .ToDictionary(n => n, n => texts["notice.name-" + n], StringComparer.Ordinal);

    /// <summary>What an example would be filled with.</summary>
    public (string Name, object Value)[] Example(NoticeKind kind) => [.. kind.Placeholders().Select(n => (n, (object)texts["notice.example-" + n]))];

    public string ExampleCode => texts["notice.example-code"];

    public string ExampleName => texts["notice.example-name"];

    public string ExampleText => texts["notice.example-text"];

    /// <summary>What was typed, read and checked, and not kept.</summary>
    public async Task<NoticeWording> TryAsync(PlanId planId, NoticeKind kind, NoticeForm form, CancellationToken cancellation) =>
        words.Wording(form.CheckWords(await records.GetAsync(planId, kind, cancellation), words.Original(kind), Names(kind)));

    public Task SetWordsAsync(PlanId planId, NoticeKind kind, Ask<NoticeForm> ask) =>
        ChangeAsync(planId, kind, ask, "notice-worded", s => ask.Form.CheckWords(s, words.Original(kind), Names(kind)));

    public Task ResetAsync(PlanId planId, NoticeKind kind, Ask<NoticeForm> ask) =>
        ChangeAsync(planId, kind, ask, "notice-worded", s => s with { Subject = null, Body = null, Brief = null });

    public Task SwitchOffAsync(PlanId planId, NoticeKind kind, Ask<NoticeForm> ask)
    {
        string reason = ask.Form.CheckReason();
        return ChangeAsync(planId, kind, ask, "notice-switched-off", s => s.Switch(reason));
    }

    public Task SwitchOnAsync(PlanId planId, NoticeKind kind, Ask<NoticeForm> ask) =>
        ChangeAsync(planId, kind, ask, "notice-switched-on", s => s.Switch(null));

    private async Task ChangeAsync(PlanId planId, NoticeKind kind, Ask<NoticeForm> ask, string what, Func<NoticeSetting, NoticeSetting> change)
    {
        (_, bool changed) = await records.ChangeAsync(planId, kind, ask.Form.FromVersion, ask.Caller.Name, time.GetUtcNow(), change, ask.Cancellation);
        if (changed) await audit.WriteAsync(Actor.Of(ask.Caller), what, Codes.Key(kind), 1, ask.Cancellation);
    }
}
