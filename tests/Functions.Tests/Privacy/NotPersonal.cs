using System.Reflection;

namespace NtmServerless.Functions.Tests.Privacy;

/// <summary>Stored texts that say nothing about a person, and why. Whoever adds a stored text marks it as personal or adds it here.</summary>
internal static class NotPersonal
{
    private static readonly Dictionary<string, string[]> Reasons = new()
    {
        ["what a class, tour or activity is, where and why, in the office's own announcement"] =
        [
            "TrainingClass.Title", "TrainingClass.Reason", "Announcement.Number", "Announcement.Venue", "PriorityPlace.Village", "StudyTour.Destination",
            "StudyTour.Reason", "LeadTransfer.Reason", "DateChoice.Reason", "DateWarning.Name", "DayChange.Reason", "StepSetAside.Reason",
            "CommunicationActivity.Subject", "CommunicationActivity.Note", "StrikeOut.Reason",
            "DeclaredClass.Title", "DeclaredClass.Place", "DeclaredClass.Content", "DeclaredClass.Note", "DeclarationEvent.Reason",
        ],
        ["a unit's own words about its figures and work, for a report that is published"] =
        [
            "UnitAnswer.Difficulties", "UnitAnswer.Explanation", "UnitAnswer.Note", "UnitAnswer.Proposals", "UnitRemark.Difficulties", "UnitRemark.Proposals",
            "CompilerRemark.Difficulties", "CompilerRemark.Proposals", "YearEndAside.Reason", "StatedByUnit.Explanation", "PeriodicReport.ReturnReason",
                "AnswerHead.Said",
        ],
        ["how many, by a trait that many share"] =
        [
            "ClassFigures.ByAudience", "ClassFigures.ByEthnicGroup", "ClassFigures.ByUnit", "ClassFigures.Spent", "DeclaredClass.ByAudience",
            "DeclaredClass.ByEthnicGroup", "ReportFigures.AttendedByAudience",
            "ReportFigures.AttendedByEthnicGroup", "ReportFigures.AttendedBySex", "ReportFigures.AttendedByUnit", "ReportFigures.CommunicationByChannel",
            "ReportFigures.CommunicationByUnit", "ReportFigures.Spent", "BudgetYearFigures.InTime", "BudgetYearFigures.Late",
        ],
        ["a code drawn by lot: it leads to nobody once the registration is emptied"] =
            ["Registration.Code", "Registration.Replaces", "Notice.Registrations"],
        ["names of offices, numbers and words of official papers"] =
        [
            "AnnexCell.Text", "AnnexTable.Columns", "AnnexTable.Name", "DocumentHead.IssuingBody", "DocumentHead.ParentBody", "DocumentHead.Place",
            "DocumentHead.Recipients", "DocumentNumber.Symbol", "DocumentSource.IssuingBody", "DocumentSource.Plan", "DocumentSource.Templates",
            "DocumentSource.Title", "DocumentSource.UnitsMissing", "NumberRegister.Type", "NumberRegister.UnitSymbol", "OfficialDocument.Symbol",
            "OfficialDocument.Title", "RegisteredDocument.About", "RegisteredDocument.Note", "Withdrawal.Reason", "PeriodicReport.UnitsMissing",
                "CarriedFigures.Names",
        ],
        ["what was done or told, in the program's own words"] =
        [
            "AuditEntry.What", "AuditEntry.Target", "InboxEntry.Detail", "InboxEntry.Attachments", "Notice.Detail", "Notice.Attachments", "Notice.ToUnits",
            "OpenTelling.Left", "PostedNotice.Detail", "PostedNotice.Attachments", "NoticeSetting.Subject",
            "NoticeSetting.Body", "NoticeSetting.Brief", "NoticeSetting.Reason", "AnswerQuestion.Field", "Correction.Key", "YearEndAside.Key",
        ],
        ["texts of pages, translated by an office"] = ["Language.Name", "Language.Tag", "Language.Texts"],
        ["keys of the program"] =
        [
            "OutgoingMessage.Batch", "Posting.Source", "FirstCode.Hash", "ResetLink.Hash", "StoredCalendar.SecretHash", "StoredAnswer.ContentHash",
                "StoredAnswer.Refused",
        ],
        ["codes and places of a receipt; removed with the class all the same"] = ["StoredAnswer.Answer"],
    };

    private static readonly HashSet<string> Named = [.. Reasons.Values.SelectMany(n => n)];

    /// <summary>Ids and hashes point to records, units and files, which have decisions of their own.</summary>
    public static bool Knows(PropertyInfo property) =>
        Named.Contains(StoredText.NameOf(property)) || property.Name.EndsWith("Id", StringComparison.Ordinal)
            || property.Name.EndsWith("Ids", StringComparison.Ordinal)
        || property.Name.EndsWith("Sha256", StringComparison.Ordinal) || property.DeclaringType!.Name.EndsWith("Id", StringComparison.Ordinal);
}
