import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/content/article.ts';
import { buildSnapshot, type Snapshot } from '../../src/answers/snapshot.ts';
import { decide } from '../../src/answers/decide.ts';

type Rows = readonly (readonly [heading: string, text: string])[];

/** The same small shop in every language; `lang` is left out, so that the language must be found out. */
const shops: Readonly<Record<string, Rows>> = {
  sv: [
    ['Vad kostar leveransen?', 'Leveransen kostar 49 kronor. Över 500 kronor är den gratis.'],
    ['Hur avbokar jag en beställning?', 'Logga in och välj "Avboka" inom 24 timmar.'],
    ['Öppettider', 'Butiken är öppen alla vardagar mellan 10 och 18.'],
  ],
  nb: [
    ['Hva koster leveringen?', 'Leveringen koster 49 kroner. Over 500 kroner er den gratis.'],
    ['Hvordan avbestiller jeg en ordre?', 'Logg inn og velg «Avbestill» innen 24 timer.'],
    ['Åpningstider', 'Butikken er åpen alle hverdager mellom 10 og 18.'],
  ],
  de: [
    ['Was kostet die Lieferung?', 'Die Lieferung kostet 5 Euro. Ab 50 Euro ist sie kostenlos.'],
    [
      'Wie storniere ich eine Bestellung?',
      'Melden Sie sich an und wählen Sie innerhalb von 24 Stunden „Stornieren“.',
    ],
    ['Öffnungszeiten', 'Das Geschäft ist an allen Werktagen von 10 bis 18 Uhr geöffnet.'],
  ],
  nl: [
    ['Wat kost de levering?', 'De levering kost 5 euro. Boven 50 euro is die gratis.'],
    ['Hoe annuleer ik een bestelling?', 'Log in en kies binnen 24 uur voor "Annuleren".'],
    ['Openingstijden', 'De winkel is op alle werkdagen geopend van 10 tot 18 uur.'],
  ],
  fr: [
    [
      'Combien coûte la livraison ?',
      "La livraison coûte 5 euros. Elle est gratuite à partir de 50 euros d'achat.",
    ],
    ['Comment annuler une commande ?', 'Connectez-vous et choisissez « Annuler » dans les 24 heures.'],
    ["Horaires d'ouverture", 'Le magasin est ouvert tous les jours ouvrables de 10 à 18 heures.'],
  ],
  es: [
    ['¿Cuánto cuesta el envío?', 'El envío cuesta 5 euros. A partir de 50 euros es gratis.'],
    ['¿Cómo cancelo un pedido?', 'Inicia sesión y elige «Cancelar» en las primeras 24 horas.'],
    ['Horario de apertura', 'La tienda está abierta todos los días laborables de 10 a 18 horas.'],
  ],
  it: [
    ['Quanto costa la consegna?', 'La consegna costa 5 euro. Oltre i 50 euro è gratuita.'],
    ['Come annullo un ordine?', 'Accedi e scegli "Annulla" entro 24 ore.'],
    ["Orari d'apertura", 'Il negozio è aperto tutti i giorni feriali dalle 10 alle 18.'],
  ],
};

function snapshotIn(tag: string): Promise<Snapshot> {
  const article: Article = {
    id: 'shop.md',
    title: 'Shop',
    description: null,
    keywords: [],
    lang: null,
    url: null,
    updated: null,
    reviewBy: null,
    passages: (shops[tag] ?? []).map(([heading, text], index) => ({
      id: `shop.md#${heading}`,
      hash: String(index).padStart(12, '0'),
      article: 'shop.md',
      heading,
      level: 2,
      parents: [],
      line: index + 1,
      markdown: text,
      text,
      phrasings: [],
      tests: [],
      links: [],
    })),
  };
  return buildSnapshot({ articles: [article], problems: [], hash: tag });
}

describe('articles in other languages', () => {
  it.each(Object.keys(shops))('are told to be in %s', async (tag) => {
    expect((await snapshotIn(tag)).languages).toEqual([tag]);
  });

  it.each([
    ['sv', 'hej, kan någon berätta hur mycket leveransen kostar?', 0],
    ['sv', 'hur kan man avboka sin beställning', 1],
    ['sv', 'när har ni öppet på vardagar', 2],
    ['sv', 'oppettider', 2],
    ['nb', 'hei, noen som vet hvor mye levering koster', 0],
    ['nb', 'hvordan kan jeg avbestille ordren', 1],
    ['de', 'hallo, weiß jemand wie teuer eine lieferung ist', 0],
    ['de', 'ich möchte meine bestellung stornieren', 1],
    ['de', 'oeffnungszeiten', 2],
    ['nl', 'weet iemand hoeveel de levering kost', 0],
    ['nl', 'bestelling annuleren hoe', 1],
    ['fr', "bonjour, quelqu'un sait combien coûte une livraison ?", 0],
    ['fr', 'annulation de commande', 1],
    ['fr', "quelle est l'heure d'ouverture du magasin", 2],
    ['es', 'hola, alguien sabe cuanto cuesta el envio', 0],
    ['es', 'quiero cancelar mi pedido', 1],
    ['it', 'ciao a tutti, quanto costa una consegna', 0],
    ['it', "annullamento dell'ordine", 1],
  ] as const)('in %s answer "%s"', async (tag, question, place) => {
    const snapshot = await snapshotIn(tag);
    expect(snapshot.rank(question, 3).matches[0]?.passage.heading).toBe(shops[tag]?.[place]?.[0]);
  });

  it.each([
    ['sv', 'vem vann matchen igår'],
    ['nb', 'hvem vant kampen i går'],
    ['de', 'wer hat gestern das spiel gewonnen'],
    ['nl', 'wie heeft gisteren de wedstrijd gewonnen'],
    ['fr', 'qui a gagné le match hier'],
    ['es', 'quién ganó el partido ayer'],
    ['it', 'chi ha vinto la partita ieri'],
  ])('in %s leave "%s" alone', async (tag, question) => {
    expect(decide((await snapshotIn(tag)).rank(question, 3)).kind).toBe('unknown');
  });
});
