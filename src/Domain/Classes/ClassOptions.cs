namespace NtmServerless.Domain.Classes;

/// <summary>What an officer can decide about a class in the stage that it is in; the decisions check the same again.</summary>
public static class ClassOptions
{
    public static bool CanAnnounce(TrainingClass c) => c.Stage == ClassStage.Planned;

    public static bool CanReschedule(TrainingClass c) => c.Stage == ClassStage.Postponed;

    /// <summary>Registration can stay open longer while the first session is still to come.</summary>
    public static bool CanExtend(TrainingClass c, DateTimeOffset now) =>
        c.Stage is ClassStage.Announced or ClassStage.Registering && c.Announcement!.RegistrationClosesAt < c.FirstStart && now < c.FirstStart;

    public static bool CanGoOn(TrainingClass c) => c.Stage == ClassStage.Registering && c.Trace is { TooFewAskedAt: not null, TooFewDecidedAt: null };

    public static bool CanSetCapacity(TrainingClass c) =>
        c.Stage is ClassStage.Planned or ClassStage.Announced or ClassStage.Registering or ClassStage.Confirmed or ClassStage.Postponed;

    public static bool CanPostpone(TrainingClass c) => ClassStage.Postponed.MayFollow(c.Stage);

    public static bool CanCancel(TrainingClass c) => ClassStage.Cancelled.MayFollow(c.Stage);

    /// <summary>Somebody can come in another's place: until the class begins for the first time.</summary>
    public static bool CanReplace(TrainingClass c, DateTimeOffset now) => !c.Interrupted && CanCancelPeople(c, now);

    /// <summary>Registrations can be cancelled: until the class begins.</summary>
    public static bool CanCancelPeople(TrainingClass c, DateTimeOffset now) =>
        c.Stage is ClassStage.Announced or ClassStage.Registering or ClassStage.Confirmed or ClassStage.Postponed
        && (c.Stage == ClassStage.Postponed || now < c.FirstStart);

    /// <summary>New registrations are taken.</summary>
    public static bool CanRegister(TrainingClass c, DateTimeOffset now) =>
        c.Stage == ClassStage.Registering && now < c.Announcement!.RegistrationClosesAt;
}
