namespace NtmServerless.Pages.Declarations;

/// <summary>Which declared classes are looked at.</summary>
public sealed record DeclarationFilter(string? UnitId, DeclarationStage? Stage)
{
    public bool Matches(DeclaredClass d) => (UnitId is null || d.UnitId == UnitId) && (Stage is null || d.Stage == Stage);
}

/// <summary>The list of declared classes.</summary>
/// <param name="Counted">Those of the filter that were not withdrawn: what is added up above the list.</param>
/// <param name="Units">Units that declared anything.</param>
public sealed record DeclarationListView(
    Plan Plan, DeclarationFilter Filter, Slice<DeclaredClass> Lines, IReadOnlyList<DeclaredClass> Counted, IReadOnlyList<Unit> Units, bool MayDeclare);

/// <summary>The form for a class.</summary>
/// <param name="Units">Units that the officer may declare for; one: there is nothing to choose.</param>
/// <param name="Corrected">The class as it was declared; null: a new one.</param>
public sealed record DeclarationEntry(Plan Plan, IReadOnlyList<Unit> Units, string OwnUnitId, DateOnly Today, DeclaredClass? Corrected, YearStanding Year);

/// <summary>A form of the page of one declared class.</summary>
public enum SentDeclaration
{
    Return,
    Withdraw,
    Scan,
}

/// <summary>One declared class.</summary>
/// <param name="OtherThan">Names and addresses of what it was said to be another class than.</param>
/// <param name="MayChange">Whether the officer may correct, withdraw or add a scan.</param>
/// <param name="MayReadScan">The paper names people.</param>
/// <param name="Sent">The form that was sent and not taken; null: none.</param>
public sealed record DeclarationView(
    Plan Plan, DeclaredClass Declared, IReadOnlyList<(string Name, string Path)> OtherThan, bool MayChange, bool MayDecide, bool MayReadScan,
    SentDeclaration? Sent);

/// <summary>A declared class that is about to be accepted.</summary>
/// <inheritdoc cref="DeclarationView" path="/param"/>
public sealed record DeclarationAcceptance(Plan Plan, DeclaredClass Declared, IReadOnlyList<(string Name, string Path)> OtherThan, YearStanding Year);

/// <summary>What is wrong in a cell of a list.</summary>
/// <param name="Line">As the spreadsheet numbers it.</param>
public sealed record DeclarationListError(int Line, string Column, string Error);

/// <summary>The form for a list.</summary>
/// <param name="Errors">Of a list that was not taken.</param>
public sealed record DeclarationListEntry(Plan Plan, IReadOnlyList<DeclarationListError> Errors);
