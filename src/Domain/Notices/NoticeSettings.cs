namespace NtmServerless.Domain.Notices;

/// <summary>What an office decided about the kinds of notices; what it did not touch is as the product has it.</summary>
public sealed class NoticeSettings(IEnumerable<NoticeSetting> settings)
{
    public static readonly NoticeSettings None = new([]);

    private readonly Dictionary<NoticeKind, NoticeSetting> _byKind = settings.ToDictionary(s => s.Kind);

    public NoticeSetting Of(NoticeKind kind) => _byKind.GetValueOrDefault(kind) ?? new NoticeSetting(kind);

    /// <summary>Never for what may not be off, whatever is kept.</summary>
    public bool IsOff(NoticeKind kind) => kind.Hold() == NoticeHold.None && Of(kind).IsOff;
}
