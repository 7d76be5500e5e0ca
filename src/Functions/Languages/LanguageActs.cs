using NtmServerless.Domain.Languages;
using NtmServerless.Spreadsheets.Languages;
using NtmServerless.Storage.Languages;

namespace NtmServerless.Functions.Languages;

/// <summary>Adds languages, takes their texts, shows them to villagers or not.</summary>
public sealed class LanguageActs(LanguageStore records, AuditTrail audit, VietnameseTexts texts)
{
    public async Task<Language> AddAsync(Ask<LanguageForm> ask)
    {
        Language language = ask.Form.Check();
        await records.AddAsync(language, ask.Cancellation);
        await audit.WriteAsync(Actor.Of(ask.Caller), "language-added", language.Tag, 1, ask.Cancellation);
        return language;
    }

    public byte[] File(Language language) => LanguageFile.Write(
        texts["language.sheet"], [texts["language.key"], texts["language.vietnamese"], texts["language.own"]], texts.OfVillagers, language.Texts);

    /// <summary>Takes a list in the place of the texts that were there.</summary>
    /// <exception cref="InvalidInputException">On field <c>file</c>; nothing was kept.</exception>
    public async Task<int> PutAsync(string tag, byte[] xlsx, Caller by, CancellationToken cancellation)
    {
        IReadOnlyDictionary<string, string> read = LanguageTexts.Read(LanguageFile.Read(xlsx, cancellation), texts.OfVillagers);
        await records.ChangeAsync(tag, l => l with { Texts = read }, cancellation);
        await audit.WriteAsync(Actor.Of(by), "language-texts-put", tag, read.Count, cancellation);
        return read.Count;
    }

    public async Task SwitchAsync(string tag, Ask<LanguageSwitchForm> ask)
    {
        bool published = ask.Form.Published == true;
        await records.ChangeAsync(tag, l => l with { IsPublished = published }, ask.Cancellation);
        await audit.WriteAsync(Actor.Of(ask.Caller), published ? "language-published" : "language-hidden", tag, 1, ask.Cancellation);
    }
}
