namespace NtmServerless.Texts;

/// <summary>Texts in another language, laid over the Vietnamese ones for one request.</summary>
/// <param name="Texts">By key as <see cref="VietnameseTexts.OfVillagers"/> has them.</param>
public sealed record TextOverlay(string Tag, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>Stand around each text of an overlay, so that the page can say in which language it is.</summary>
    public const char Begin = '\uE000', End = '\uE001';

    private static readonly AsyncLocal<TextOverlay?> Spoken = new();

    /// <summary>What is laid over for whatever this request still does.</summary>
    public static TextOverlay? Current
    {
        get => Spoken.Value;
        set => Spoken.Value = value;
    }

    /// <summary>The text of a key, marked; null where there is none.</summary>
    internal static string? Find(string key) =>
        Spoken.Value is { } overlay && overlay.Texts.TryGetValue(key, out string? text) ? $"{Begin}{text}{End}" : null;
}
