namespace NtmServerless.Pages.Documents;

/// <summary>The documents of a class: those that there are, and forms for those that can be made.</summary>
public sealed record ClassDocumentsView(TrainingClass Class, Plan Plan, IReadOnlyList<OfficialDocument> Documents, bool MayMake);

/// <summary>The documents of a plan, filtered.</summary>
/// <param name="MayMakeLog">Makes the communication log as a document.</param>
public sealed record DocumentListView(
    Plan Plan, DocumentFilter Filter, Slice<OfficialDocument> Documents, IReadOnlyList<Unit> Units, bool MayMakeLog, bool MayMakePlan,
    bool MayKeepRegister, DateOnly Today);

/// <summary>One document.</summary>
/// <param name="MayKeep">Attaches the signed scan, withdraws.</param>
public sealed record DocumentView(Plan Plan, OfficialDocument Document, bool MayKeep);

/// <summary>The register of a unit in a year.</summary>
public sealed record RegisterView(
    Plan Plan, int Year, Unit? Unit, IReadOnlyList<Unit> Units, IReadOnlyList<NumberRegister> Registers, IReadOnlyList<OfficialDocument> Entries)
{
    /// <summary>The types that are numbered, each with its register or one not begun.</summary>
    public IEnumerable<NumberRegister> All => Enum.GetValues<DocumentKind>().Select(k => k.TypeOf()).OfType<string>().Distinct()
        .Select(type => Registers.FirstOrDefault(r => r.Type == type) ?? new NumberRegister(Year, type, Unit?.Id ?? ""));
}

/// <summary>A file of words that documents are written by.</summary>
/// <param name="IsOwn">The office's own is in use.</param>
public sealed record TemplateEntry(string File, bool IsOwn);

/// <summary>The templates in use, and what is wrong with those of the office.</summary>
/// <param name="Folder">Null: the office has none.</param>
/// <param name="Errors">In words, with file and line.</param>
public sealed record TemplatesView(string? Folder, bool FolderIsThere, IReadOnlyList<TemplateEntry> Files, IReadOnlyList<string> Errors, bool MayReadAgain);

/// <summary>Where the scan of a signing sheet goes; null fields: not known yet.</summary>
/// <param name="Class">The class that the code names.</param>
public sealed record ScanView(ClassOfPlan? Class, int? Session, string? Code);
