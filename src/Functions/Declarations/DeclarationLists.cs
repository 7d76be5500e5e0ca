namespace NtmServerless.Functions.Declarations;

/// <summary>Takes a list of declared classes out of a spreadsheet: whole, or not at all.</summary>
public sealed class DeclarationLists(DeclarationActs acts, VietnameseTexts texts)
{
    /// <summary>The forms of a list, and everything that is wrong with them.</summary>
    /// <exception cref="InvalidInputException">On field <c>file</c>: it is not a list that can be read.</exception>
    public async Task<(IReadOnlyList<DeclarationForm> Forms, IReadOnlyList<DeclarationListError> Errors)> ReadAsync(
        Plan plan, byte[] xlsx, Caller caller, CancellationToken cancellation)
    {
        using MemoryStream file = new(xlsx, writable: false);
        IReadOnlyList<DeclarationRow> rows = DeclarationFile.Read(file, plan, texts, DeclarationStore.MostAtOnce, cancellation);
        DeclarationForm[] forms = [.. rows.Select(r => r.Form)];
        DeclarationColumns columns = new(plan, texts);
        // What could not be read is said once, not again as missing.
        IEnumerable<(int Number, FieldError Error)> wrong = rows.SelectMany((r, i) => r.Errors.Select(e => (i, e)))
            .Concat((await acts.LookAsync(plan.Id, caller, forms, cancellation)).Where(w => rows[w.Number].Errors.All(e => e.Field != w.Error.Field)));
        return (forms,
        [
            .. wrong.OrderBy(w => w.Number)
                .Select(w => new DeclarationListError(rows[w.Number].Line, columns.HeadingOf(w.Error.Field), texts.Field(w.Error.Code, w.Error.Facts)))
                .Distinct(),
        ]);
    }
}
