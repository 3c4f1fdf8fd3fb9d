using SiteFactory.Portal.Data;

namespace SiteFactory.Portal.Requests;

/// <summary>Names of statuses.</summary>
public static class StatusWords
{
    public static string Label(RequestStatus status) => status switch
    {
        RequestStatus.Received => RequestsTexts.StatusReceived,
        RequestStatus.InProgress => RequestsTexts.StatusInProgress,
        RequestStatus.Waiting => RequestsTexts.StatusWaiting,
        RequestStatus.Done => RequestsTexts.StatusDone,
        _ => RequestsTexts.StatusRefused,
    };

    /// <summary>A sentence for the citizen.</summary>
    public static string Sentence(RequestStatus status) => status switch
    {
        RequestStatus.Received => RequestsTexts.SentenceReceived,
        RequestStatus.InProgress => RequestsTexts.SentenceInProgress,
        RequestStatus.Waiting => RequestsTexts.SentenceWaiting,
        RequestStatus.Done => RequestsTexts.SentenceDone,
        _ => RequestsTexts.SentenceRefused,
    };

    public static bool IsClosed(RequestStatus status) => status is RequestStatus.Done or RequestStatus.Refused;
}
