namespace NtmServerless.Domain.Plans;

/// <summary>Kinds of money (nguồn kinh phí, section III).</summary>
public enum FundingKind
{
    /// <summary>Kinh phí sự nghiệp of the programme.</summary>
    ProgrammeBudget,

    /// <summary>Kinh phí chủ động cân đối của các đơn vị.</summary>
    OwnBudget,

    /// <summary>Kinh phí lồng ghép từ các chương trình dự án.</summary>
    Integrated,

    /// <summary>Huy động xã hội hóa.</summary>
    Mobilised,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Section III: the whole text and its sources one by one.</summary>
public sealed record Funding(string Text, IReadOnlyList<FundingSource> Sources);
