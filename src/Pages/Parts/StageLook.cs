namespace NtmServerless.Pages.Parts;

/// <summary>What a stage means for whoever looks: each meaning has one shape and colour in the style sheet.</summary>
public static class StageLook
{
    /// <summary>It takes people, or came as it should.</summary>
    public const string Open = "open";

    /// <summary>It goes on at this moment.</summary>
    public const string Now = "now";

    /// <summary>Somebody has to do something.</summary>
    public const string Wait = "wait";

    /// <summary>It failed, was refused or called off.</summary>
    public const string Stop = "stop";

    /// <summary>It is finished, or has not begun: nothing to do.</summary>
    public const string Done = "done";

    /// <exception cref="ArgumentOutOfRangeException">A stage that has no look.</exception>
    public static string Of(Enum stage) => stage switch
    {
        ClassStage.Registering or TourStage.Announced => Open,
        ClassStage.Holding or TourStage.Travelling or ReportStage.Submitted => Now,
        ClassStage.Reporting or ClassStage.Postponed or TourStage.Reporting or TourStage.Postponed => Wait,
        ReportStage.Asked or ReportStage.Compiled or ReportStage.Returned or MessageState.Waiting or MessageState.Sending => Wait,
        DeclarationStage.Declared => Wait,
        DeclarationStage.Returned => Stop,
        DeclarationStage.Accepted => Open,
        DeclarationStage.Withdrawn => Done,
        ClassStage.Cancelled or TourStage.Cancelled or MessageState.Failed or MessageState.Dropped => Stop,
        ClassStage.Planned or ClassStage.Announced or ClassStage.Confirmed or ClassStage.Closed => Done,
        TourStage.Planned or TourStage.Confirmed or TourStage.Closed or ReportStage.Approved or MessageState.Sent => Done,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };
}
